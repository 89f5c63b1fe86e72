import { sql } from "kysely";
import type { Check } from "./check.ts";

/** Every column that holds a publisher's words, and the column that names the occupation. */
const TEXTS = [
  ["occupation", "title", "id"],
  ["occupation", "summary", "id"],
  ["occupation_name", "name", "occupation_id"],
  ["duty", "heading", "occupation_id"],
  ["duty", "text", "occupation_id"],
  ["specialty", "name", "occupation_id"],
  ["specialty", "text", "occupation_id"],
  ["quality", "name", "occupation_id"],
  ["quality", "text", "occupation_id"],
  ["section", "heading", "occupation_id"],
  ["section", "text", "occupation_id"],
  ["requirement", "text", "occupation_id"],
] as const;

/** A tag or a comment; in Markdown, an escaped "<" is a word. */
const MARKUP = /(?<!\\)<[a-z/!]/i;

type Row = { occupation_id: string; source_id: string; capture_id: string; text: string };

export const noMarkupInText: Check = {
  rule: "no-markup-in-text",
  protects: "HTML that reaches a consumer's page is broken at best, and a script at worst.",
  severity: "error",
  find: async (database) => {
    const found = TEXTS.map(async ([table, column, occupation]) => {
      const { rows } = await sql<Row>`
        SELECT ${sql.ref(occupation)} AS occupation_id, source_id, capture_id, ${sql.ref(column)} AS text
        FROM ${sql.table(table)} WHERE ${sql.ref(column)} GLOB '*<[a-zA-Z/!]*'`.execute(database);
      return rows
        .filter(({ text }) => MARKUP.test(text))
        .map(({ text, ...place }) => ({
          ...place,
          message: `${table}.${column} holds mark-up: “${text.slice(0, 80)}”.`,
        }));
    });
    return (await Promise.all(found)).flat();
  },
};
