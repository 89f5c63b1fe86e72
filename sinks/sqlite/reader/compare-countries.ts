import type Database from "better-sqlite3";
import type { Comparison } from "./published-dataset.ts";

/** The rows of `comparison` about a profile of either country, the surest counterpart first. */
export function prepareComparison(connection: Database.Database): (id: string) => readonly Comparison[] {
  const prepare = (own: "us_id" | "uk_id", other: "us_id" | "uk_id") =>
    connection.prepare<[string], Comparison>(
      `SELECT * FROM comparison WHERE ${own} = ? ORDER BY score DESC, ${other}`,
    );
  const [american, british] = [prepare("us_id", "uk_id"), prepare("uk_id", "us_id")];
  return (id) => [...american.all(id), ...british.all(id)];
}
