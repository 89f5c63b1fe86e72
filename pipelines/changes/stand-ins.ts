import type Database from "better-sqlite3";
import { FACT_TABLES, type Fact, type FactTable, model } from "../../transforms/model/model.ts";

/** The facts that a version has of a document, from its own tables: they stand in for a reading that cannot be had. */
export type StandIns = (captureId: string) => readonly Fact[];

/** Looks facts up by their document, for which a version has no index: one is made beside it when it is first needed. */
export function standInsFrom(version: Database.Database): StandIns {
  let statements: readonly (readonly [FactTable, Database.Statement<[string], object>])[] | undefined;
  return (captureId) => {
    statements ??= tablesIn(version).map((table) => [table, selectFacts(version, table)] as const);
    return statements.flatMap(([table, statement]) =>
      statement.all(captureId).map((row) => ({ table, row: completed(table, row) }) as Fact),
    );
  };
}

function tablesIn(version: Database.Database): readonly FactTable[] {
  const known = version.prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck();
  const names = new Set(known.all());
  return FACT_TABLES.filter((table) => names.has(table));
}

function selectFacts(version: Database.Database, table: FactTable): Database.Statement<[string], object> {
  version.exec(`
    CREATE TEMP TABLE ${table}_documents AS SELECT capture_id, rowid AS row FROM main.${table};
    CREATE INDEX temp.${table}_document ON ${table}_documents (capture_id)`);
  const published = table === "relation" ? "AND score IS NULL" : "";
  return version.prepare(`
    SELECT * FROM main.${table}
    WHERE rowid IN (SELECT row FROM temp.${table}_documents WHERE capture_id = ?) ${published} ORDER BY rowid`);
}

/** A version of an older schema says nothing in the columns that it does not have. */
function completed(table: FactTable, row: object): object {
  const nothing = Object.fromEntries(Object.keys(model[table].columns).map((column) => [column, null]));
  return { ...nothing, ...row };
}
