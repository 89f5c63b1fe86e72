import type { Fact } from "../../../transforms/model/model.ts";
import type { ChangeRule } from "./change-rule.ts";
import { type DocumentFacts, isFigure } from "./document-facts.ts";

/** Of a list, so much may go at once; a single item always may. */
const TOLERATED_SHARE = 1 / 3;

/** Prose is edited at any time, with or without a new edition: items come and go, whole parts and most of a list do not. */
export const lostText: ChangeRule = {
  rule: "lost-text",
  protects: "A part of a page that a redesign hides from the reader would leave the dataset unseen.",
  find: (before, now) => {
    const still = partsOf(now);
    return [...partsOf(before)].flatMap(([part, count]) => {
      const left = still.get(part) ?? 0;
      if (left === 0) return [`${part} is gone (${count} rows)`];
      const lost = count - left;
      return lost > 1 && lost > count * TOLERATED_SHARE
        ? [`${part} has ${left} rows instead of ${count}`]
        : [];
    });
  },
};

/** The parts of a document in words, and how many rows each has. */
function partsOf({ facts, mentions }: DocumentFacts): ReadonlyMap<string, number> {
  const parts = [
    ...facts.flatMap((fact) => partOf(fact) ?? []),
    ...mentions.map(({ from_id }) => `the code of ${from_id}`),
  ];
  const counts = new Map<string, number>();
  for (const part of parts) counts.set(part, (counts.get(part) ?? 0) + 1);
  return counts;
}

/** Names and links are counted over the whole document: an index lists thousands, and an occupation has few of them. */
function partOf(fact: Fact): string | undefined {
  const { table, row } = fact;
  if (isFigure(fact)) return undefined;
  switch (table) {
    case "section":
      return `section “${row.topic}” of ${row.occupation_id}`;
    case "requirement":
      return `requirement ${[row.kind, row.route, row.part].filter((word) => word !== null).join(" ")} of ${row.occupation_id}`;
    case "duty":
    case "specialty":
    case "quality":
      return `${table} of ${row.occupation_id}`;
    case "occupation_name":
    case "relation":
      return `${table} of kind ${row.kind}`;
    default:
      return undefined;
  }
}
