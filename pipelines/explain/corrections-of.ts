import type Database from "better-sqlite3";
import { rowKey } from "../../transforms/corrections/row-key.ts";
import type { FactTable, Row } from "../../transforms/model/model.ts";
import type { FactRow } from "../fact-name.ts";
import { hasTable } from "../has-table.ts";

/** What we have put right in a row of a version. */
export function correctionsOf(
  database: Database.Database,
  table: FactTable,
  row: FactRow,
): readonly Row<"correction">[] {
  if (!hasTable(database, "correction")) return [];
  const key = JSON.stringify(rowKey({ table, key: row, occupationId: undefined }));
  return database
    .prepare<[string, string], Row<"correction">>(
      "SELECT * FROM correction WHERE table_name = ? AND row_key = ? ORDER BY column_name",
    )
    .all(table, key);
}
