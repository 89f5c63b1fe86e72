import { sql } from "kysely";
import type { Check } from "./check.ts";

const TEXTS = [
  ["duty", "text"],
  ["specialty", "text"],
  ["quality", "text"],
  ["section", "text"],
  ["requirement", "text"],
] as const;

export const noMarkupInText: Check = {
  rule: "no-markup-in-text",
  protects: "HTML that reaches a consumer's page is broken at best, and a script at worst.",
  severity: "error",
  find: async (database) => {
    const found = TEXTS.map(async ([table, column]) => {
      const rows = await database
        .selectFrom(table)
        .select(["occupation_id", "source_id", "capture_id", column])
        .where(sql<boolean>`${sql.ref(column)} GLOB '*<[a-zA-Z/!]*' AND ${sql.ref(column)} NOT GLOB '*\\<*'`)
        .execute();
      return rows.map(({ occupation_id, source_id, capture_id, text }) => ({
        occupation_id,
        source_id,
        capture_id,
        message: `A ${table} holds mark-up: “${text.slice(0, 80)}”.`,
      }));
    });
    return (await Promise.all(found)).flat();
  },
};
