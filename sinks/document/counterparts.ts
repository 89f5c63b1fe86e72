import type Database from "better-sqlite3";
import type { DocumentRow } from "./select-rows.ts";

/**
 * The occupations of the other country that a document shows beside its own, the surest first. Each keeps its own
 * currency and period: nothing is converted.
 */
export function prepareCounterparts(database: Database.Database): (id: string) => readonly DocumentRow[] {
  const statement = database.prepare<[string, string], DocumentRow>(`
    SELECT other.id, other.scheme, other.code, other.title, other.country, other.url, pair.score, pair.method
    FROM (${pairs("from_id", "to_id")} UNION ALL ${pairs("to_id", "from_id")}) AS pair
    JOIN occupation AS own ON own.id = pair.own_id
    JOIN occupation AS other ON other.id = pair.other_id AND other.country <> own.country
    ORDER BY pair.score DESC, other.id`);
  return (id) => statement.all(id, id);
}

function pairs(own: string, other: string): string {
  return `SELECT ${own} AS own_id, ${other} AS other_id, score, method
    FROM relation WHERE ${own} = ? AND kind = 'equivalent'`;
}
