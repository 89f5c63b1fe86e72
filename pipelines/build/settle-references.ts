import type Database from "better-sqlite3";
import type { Column } from "../../transforms/model/column.ts";
import {
  FACT_TABLES,
  type FactTable,
  model,
  type Row,
  type TableName,
} from "../../transforms/model/model.ts";

/** What was left out because it leads to nothing, and how many facts of each source that are. */
export type Settled = {
  readonly findings: readonly Row<"issue">[];
  readonly removed: ReadonlyMap<string, number>;
};

/** Tables of links and names: a publisher's pages lead to pages that we do not have, and nobody needs to act. */
const LINKS: readonly FactTable[] = ["relation", "occupation_name"];

type Lost = {
  readonly table: FactTable;
  readonly source_id: string;
  readonly capture_id: string;
  readonly target: string;
};

/**
 * Leaves out the facts that point at an occupation which no document describes: links into pages that were not read,
 * figures of a code without a title. Where pointing at something is optional, only the pointer goes.
 */
export function settleReferences(connection: Database.Database): Settled {
  for (const table of FACT_TABLES)
    for (const column of optionalReferences(table)) clear(connection, table, column);
  const lost = FACT_TABLES.flatMap((table) =>
    requiredReferences(table).flatMap((column) => remove(connection, table, column)),
  );
  const removed = new Map<string, number>();
  for (const { source_id } of lost) removed.set(source_id, (removed.get(source_id) ?? 0) + 1);
  return { findings: findingsOn(lost), removed };
}

function references(table: TableName, isOptional: boolean): string[] {
  return Object.entries<Column>(model[table].columns)
    .filter(([, column]) => column.references === "occupation.id" && column.nullable === isOptional)
    .map(([name]) => name);
}

const requiredReferences = (table: TableName) => references(table, false);
const optionalReferences = (table: TableName) => references(table, true);

function isDangling(column: string): string {
  return `${column} IS NOT NULL AND ${column} NOT IN (SELECT id FROM occupation)`;
}

function clear(connection: Database.Database, table: TableName, column: string): void {
  connection.exec(`UPDATE ${table} SET ${column} = NULL WHERE ${isDangling(column)}`);
}

function remove(connection: Database.Database, table: FactTable, column: string): Lost[] {
  return connection
    .prepare<[], Omit<Lost, "table">>(
      `DELETE FROM ${table} WHERE ${isDangling(column)} RETURNING source_id, capture_id, ${column} AS target`,
    )
    .all()
    .map((row) => ({ table, ...row }));
}

function findingsOn(lost: readonly Lost[]): Row<"issue">[] {
  const sources = [...new Set(lost.map(({ source_id }) => source_id))];
  return sources.flatMap((source_id) => {
    const own = lost.filter((row) => row.source_id === source_id);
    const links = own.filter(({ table }) => LINKS.includes(table));
    const facts = own.filter(({ table }) => !LINKS.includes(table));
    return [...linksFinding(source_id, links), ...factsFinding(source_id, facts)];
  });
}

function linksFinding(source_id: string, links: readonly Lost[]): Row<"issue">[] {
  if (links.length === 0) return [];
  const targets = targetsOf(links);
  const message = `Documents lead to ${targets.length} profiles that this version does not have; these links are left out: ${listed(targets)}.`;
  return [finding("link-to-unknown-profile", "info", source_id, links, message)];
}

function factsFinding(source_id: string, facts: readonly Lost[]): Row<"issue">[] {
  if (facts.length === 0) return [];
  const tables = [...new Set(facts.map(({ table }) => table))].sort();
  const targets = targetsOf(facts);
  const message = `${facts.length} facts (${tables.join(", ")}) are about ${targets.length} occupations that no document describes; they are left out: ${listed(targets)}.`;
  return [finding("occupation-not-described", "warning", source_id, facts, message)];
}

function targetsOf(rows: readonly Lost[]): string[] {
  return [...new Set(rows.map(({ target }) => target))].sort();
}

const MOST_LISTED = 100;

function listed(targets: readonly string[]): string {
  const shown = targets.slice(0, MOST_LISTED).join(", ");
  return targets.length > MOST_LISTED ? `${shown} …` : shown;
}

function finding(
  rule: string,
  severity: "info" | "warning",
  source_id: string,
  rows: readonly Lost[],
  message: string,
): Row<"issue"> {
  const capture_id = rows.map((row) => row.capture_id).sort()[0] ?? null;
  return { rule, severity, source_id, occupation_id: null, capture_id, message };
}
