import { readFileSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { digestFile, listFiles } from "../../sinks/digest.ts";
import { TABLES } from "../../transforms/model/model.ts";
import { SNAPSHOT } from "../publish/store-layout.ts";

/** Where two folders differ, file by file: a sentence each, with the first words that differ. */
export function compareFolders(published: string, rebuilt: string): readonly string[] {
  const [before, after] = [listFiles(published), listFiles(rebuilt)];
  return [
    ...before
      .filter((path) => !after.includes(path))
      .map((path) => `${path} was published and is not built again.`),
    ...after
      .filter((path) => !before.includes(path))
      .map((path) => `${path} is built again and was not published.`),
    ...before
      .filter((path) => after.includes(path))
      .filter((path) => digestFile(join(published, path)).sha256 !== digestFile(join(rebuilt, path)).sha256)
      .map((path) => `${path} is not what the archive gives: ${firstDifference(published, rebuilt, path)}`),
  ];
}

function firstDifference(published: string, rebuilt: string, path: string): string {
  if (path === SNAPSHOT) return rowsThatDiffer(join(published, path), join(rebuilt, path));
  const [lines, others] = [linesOf(join(published, path)), linesOf(join(rebuilt, path))];
  const at = lines.findIndex((line, index) => line !== others[index]);
  const line = at === -1 ? lines.length : at;
  return `line ${line + 1} is ${quoted(lines[line])}, and should be ${quoted(others[line])}.`;
}

const LONGEST = 160;

function linesOf(path: string): readonly string[] {
  return readFileSync(path, "utf8").split("\n");
}

function quoted(line: string | undefined): string {
  if (line === undefined) return "missing";
  return `“${line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line}”`;
}

/** "wage: 3 rows, the first is …": what SQL can tell of a file whose bytes differ. */
function rowsThatDiffer(published: string, rebuilt: string): string {
  try {
    const database = new Database(rebuilt, { readonly: true });
    try {
      database.prepare("ATTACH ? AS published").run(published);
      const found = TABLES.flatMap(({ name }) => tableDifference(database, name));
      return found.length === 0 ? "all rows are the same, but not the bytes of the file." : found.join(" ");
    } finally {
      database.close();
    }
  } catch (error) {
    return `it cannot be read: ${error instanceof Error ? error.message : String(error)}.`;
  }
}

function tableDifference(database: Database.Database, table: string): string[] {
  const rows = database.prepare(`SELECT * FROM published.${table} EXCEPT SELECT * FROM main.${table}`).all();
  const missing = database
    .prepare(`SELECT count(*) FROM (SELECT * FROM main.${table} EXCEPT SELECT * FROM published.${table})`)
    .pluck()
    .get() as number;
  if (rows.length + missing === 0) return [];
  const first = rows.length === 0 ? "" : `, the first is ${quoted(JSON.stringify(rows[0]))}`;
  return [
    `${table}: ${rows.length} rows are not the archive's${first}; ${missing} of the archive's are missing.`,
  ];
}
