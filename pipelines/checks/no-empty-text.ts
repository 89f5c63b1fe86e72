import { sql } from "kysely";
import type { Breach, Check } from "./check.ts";

/** Every column with a publisher's words that may not be a mere place for words. */
const TEXTS: Readonly<Record<string, readonly string[]>> = {
  occupation: ["title", "summary"],
  occupation_name: ["name"],
  duty: ["heading", "text"],
  specialty: ["name", "text"],
  quality: ["name", "text"],
  section: ["heading", "text"],
  requirement: ["text"],
  industry: ["title"],
  pay_band: ["text"],
  projection: ["outlook"],
  working_hours: ["detail", "pattern", "pattern_detail"],
};

/** What stands where nothing was written. */
const PLACEHOLDERS: readonly string[] = [
  ...["n/a", "none provided", "not provided", "tbc", "tbd", "to be confirmed", "to be decided"],
  ...["null", "undefined", "nan", "-", "–", "—", "?", "...", "…"],
];

/** White space that SQL's own trim does not take. */
const SPACES = "\t\n\v\f\r \u00a0\u2007\u202f\u200b\ufeff";

type Found = Omit<Breach, "message"> & { readonly text: string };

export const noEmptyText: Check = {
  rule: "no-empty-text",
  protects: "A text that says nothing looks like a statement of the publisher, and is a gap.",
  severity: "error",
  find: async (database) => {
    const places = Object.entries(TEXTS).flatMap(([table, columns]) =>
      columns.map((column) => ({ table, column })),
    );
    const found = places.map(async ({ table, column }) => {
      const empty = ["", ...PLACEHOLDERS, ...(table === "requirement" ? [] : ["none"])];
      const { rows } = await sql<Found>`
        SELECT source_id, ${sql.ref(subjectOf(table))} AS occupation_id, capture_id, ${sql.ref(column)} AS text
        FROM ${sql.table(table)}
        WHERE lower(trim(${sql.ref(column)}, ${SPACES})) IN (${sql.join(empty)})`.execute(database);
      return rows.map(({ text, ...place }) => ({
        ...{ ...place, occupation_id: table === "industry" ? null : place.occupation_id },
        message: `${table}.${column} says nothing: “${text}”.`,
      }));
    });
    return (await Promise.all(found)).flat();
  },
};

function subjectOf(table: string): string {
  return table === "occupation" || table === "industry" ? "id" : "occupation_id";
}
