import { tablesOf } from "../../sinks/sqlite/tables-in.ts";
import { model, TABLES, type TableName } from "../../transforms/model/model.ts";
import type { TableShape } from "../../transforms/model/table.ts";
import { inSnapshot, type PublishedVersion } from "../published-version.ts";
import { count } from "../text/figures.ts";
import { firstOf, type Verified } from "./verified.ts";

/** Every row of a version against the model. */
export function verifyRows(version: PublishedVersion): Verified {
  return inSnapshot(version, (database) => {
    const told = String(database.prepare("SELECT schema_version FROM dataset").pluck().get());
    const lawful = tablesOf(database, told);
    const missing = missingIn(lawful);
    let rows = 0;
    const problems: string[] = [];
    for (const { name, key, columns } of lawful) {
      for (const row of database.prepare<[], Row>(`SELECT * FROM ${name}`).iterate()) {
        rows += 1;
        const { error } = model[name as TableName].row.safeParse(row);
        const [issue] =
          error?.issues.filter(({ path: [column = ""] }) => !isLater(name, columns, column)) ?? [];
        if (issue === undefined) continue;
        const where = key.map((column) => String(row[column])).join(", ");
        problems.push(
          `${name} (${where}): ${issue.path.join(".") || "the row"} is not as the model describes it: ${issue.message}.`,
        );
      }
    }
    const notes =
      missing.length === 0
        ? []
        : [`It is of schema ${told} and has no ${missing.join(", ")}: the model has had these only since.`];
    return { part: "rows", looked_at: `${count(rows)} rows`, problems: firstOf(problems), notes };
  });
}

type Row = Readonly<Record<string, unknown>>;

/** What the model has had only since: "correction, source.state_since". */
function missingIn(lawful: readonly TableShape[]): readonly string[] {
  return TABLES.flatMap((table) => {
    const own = lawful.find(({ name }) => name === table.name);
    if (own === undefined) return [table.name];
    return Object.keys(table.columns)
      .filter((column) => own.columns[column] === undefined)
      .map((column) => `${table.name}.${column}`);
  });
}

/** A column of today's model that the table did not have when the version was made. */
function isLater(table: string, columns: TableShape["columns"], column: PropertyKey): boolean {
  return Object.hasOwn(model[table as TableName].columns, column) && !Object.hasOwn(columns, column);
}
