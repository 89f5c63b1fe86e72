import type Database from "better-sqlite3";
import type { OurEvidence } from "../../transforms/diff/row-reasons.ts";
import type { Row } from "../../transforms/model/model.ts";
import { SCHEMAS, type TwoVersions } from "./two-versions.ts";

/** Tells the rows that a correction of ours concerns in the old version or in the new reading of its documents, not in both. */
export function correctedRows(
  { connection, columnsOf }: TwoVersions,
  reread: Database.Database,
): OurEvidence["isCorrected"] {
  const before =
    columnsOf("before", "correction") === undefined
      ? []
      : correctionsIn(connection, `${SCHEMAS.before}.correction`);
  const [old, now] = [new Set(before), new Set(correctionsIn(reread, "correction"))];
  const changed = new Set([...old, ...now].filter((name) => old.has(name) !== now.has(name)).map(rowName));
  return (table, row) =>
    changed.has(
      nameOf(table.name, Object.fromEntries(table.key.map((column) => [column, row[column] ?? null]))),
    );
}

type Correction = Pick<Row<"correction">, "table_name" | "row_key" | "column_name" | "corrected">;

const SEPARATOR = "\u0001";

/** The row that is corrected, then what is corrected of it. */
function correctionsIn(database: Database.Database, table: string): string[] {
  return database
    .prepare<[], Correction>(`SELECT table_name, row_key, column_name, corrected FROM ${table}`)
    .all()
    .map(({ table_name, row_key, column_name, corrected }) =>
      [nameOf(table_name, JSON.parse(row_key)), column_name, corrected].join(SEPARATOR),
    );
}

function nameOf(table: string, key: object): string {
  return JSON.stringify([table, ...Object.entries(key).sort(([one], [other]) => (one < other ? -1 : 1))]);
}

function rowName(correction: string): string {
  return correction.split(SEPARATOR)[0] ?? "";
}
