import type Database from "better-sqlite3";
import { model, TABLES, type TableName } from "../../transforms/model/model.ts";
import { inSnapshot, type PublishedVersion } from "../published-version.ts";
import { count } from "../text/figures.ts";
import { firstOf, type Verified } from "./verified.ts";

/** Every row of a version against the model. */
export function verifyRows(version: PublishedVersion): Verified {
  return inSnapshot(version, (database) => {
    const told = database.prepare("SELECT schema_version FROM dataset").pluck().get();
    const missing = TABLES.filter(({ name }) => !hasTable(database, name)).map(({ name }) => name);
    let rows = 0;
    const problems: string[] = [];
    for (const { name, key } of TABLES) {
      if (missing.includes(name)) continue;
      for (const row of database.prepare<[], Row>(`SELECT * FROM ${name}`).iterate()) {
        rows += 1;
        const { error } = model[name as TableName].row.safeParse(row);
        if (error === undefined) continue;
        const where = key.map((column) => String(row[column])).join(", ");
        const [issue] = error.issues;
        problems.push(
          `${name} (${where}): ${issue?.path.join(".") || "the row"} is not as the model describes it: ${issue?.message}.`,
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

function hasTable(database: Database.Database, name: string): boolean {
  return (
    database.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?").get(name) !== undefined
  );
}
