import type Database from "better-sqlite3";
import { model, type TableName } from "../../transforms/model/model.ts";

/** The rows that were put in don't make a dataset. */
export class IntegrityError extends Error {
  override readonly name = "IntegrityError";
}

type Violation = {
  readonly table: TableName;
  readonly rowid: number;
  readonly parent: string;
  readonly fkid: number;
};
type ForeignKey = { readonly id: number; readonly from: string };

/** What is wrong with the file or with how its rows belong together; nothing where all is well. */
export function findIntegrityProblems(database: Database.Database): readonly string[] {
  return [...findDamage(database), ...findOrphans(database), ...findVersionProblem(database)];
}

/**
 * Whether the rows belong together. Whether the file is whole is asked when it is read back.
 *
 * @throws IntegrityError that names the first rows concerned.
 */
export function assertIntegrity(database: Database.Database): void {
  const problems = [...findOrphans(database), ...findVersionProblem(database)];
  if (problems.length > 0) throw new IntegrityError(problems.join("\n"));
}

function findDamage(database: Database.Database): readonly string[] {
  const answers = database.prepare("PRAGMA integrity_check").pluck().all() as string[];
  return answers.filter((answer) => answer !== "ok").map((answer) => `The file is damaged: ${answer}.`);
}

function findVersionProblem(database: Database.Database): readonly string[] {
  const rows = database.prepare("SELECT count(*) FROM dataset").pluck().get();
  return rows === 1 ? [] : [`dataset has ${rows} rows; it must have one, which tells the version.`];
}

const SHOWN = 10;

function findOrphans(database: Database.Database): readonly string[] {
  const violations = database.pragma("foreign_key_check") as Violation[];
  const shown = violations.slice(0, SHOWN).map((violation) => describeOrphan(database, violation));
  return violations.length > SHOWN ? [...shown, `… and ${violations.length - SHOWN} more such rows.`] : shown;
}

function describeOrphan(database: Database.Database, { table, rowid, parent, fkid }: Violation): string {
  const keys = database.pragma(`foreign_key_list(${table})`) as ForeignKey[];
  const column = keys.find(({ id }) => id === fkid)?.from ?? "?";
  const terms = [...new Set([...model[table].key, column])].join(", ");
  const row = database.prepare(`SELECT ${terms} FROM ${table} WHERE rowid = ?`).get(rowid) as Record<
    string,
    unknown
  >;
  return `${table} ${JSON.stringify(row)}: ${column} points at ${parent} ${JSON.stringify(row[column])}, which does not exist.`;
}
