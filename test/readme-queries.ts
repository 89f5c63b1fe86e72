import { readFileSync } from "node:fs";
import { join } from "node:path";

/** The SQL statements of the README that mention some words. */
export function readmeQueries(words: string): string[] {
  const text = readFileSync(join(import.meta.dirname, "../README.md"), "utf8");
  const blocks = [...text.matchAll(/```sql\n([\s\S]*?)```/g)].map(([, sql = ""]) => sql);
  return blocks.flatMap((sql) => sql.split(/;\s*\n/)).filter((query) => query.includes(words));
}
