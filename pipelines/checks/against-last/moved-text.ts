import type { Fact } from "../../../transforms/model/model.ts";
import type { ChangeRule } from "./change-rule.ts";
import type { DocumentFacts } from "./document-facts.ts";

export const movedText: ChangeRule = {
  rule: "moved-text",
  protects: "Words that have got under another heading would be published as what they are not.",
  find: (before, now) => {
    if (before.edition !== now.edition) return [];
    const was = placesOf(before);
    const known = new Set([...was.values()].flatMap(({ parts }) => [...parts]));
    return [...placesOf(now)].flatMap(([key, { words, parts }]) => {
      const old = was.get(key)?.parts;
      if (old === undefined || [...old].every((part) => parts.has(part))) return [];
      const others = [...parts].filter((part) => !old.has(part) && known.has(part));
      return others.map((part) => `“${words.slice(0, 60)}” is in ${part}, and was in ${[...old].join(", ")}`);
    });
  },
};

type Placed = { readonly words: string; readonly parts: Set<string> };

/** Sentences and items of lists, and the parts that each of them stands in, by occupation and words. */
function placesOf({ facts }: DocumentFacts): ReadonlyMap<string, Placed> {
  const places = new Map<string, Placed>();
  for (const fact of facts)
    for (const [part, words] of proseOf(fact)) {
      const about = "occupation_id" in fact.row ? fact.row.occupation_id : "";
      const key = JSON.stringify([about, words]);
      const placed = places.get(key) ?? { words, parts: new Set() };
      places.set(key, placed);
      placed.parts.add(`${part} of ${about}`);
    }
  return places;
}

/** What a row says in prose, piece by piece, each with the part of the document that it belongs to. */
function proseOf({ table, row }: Fact): (readonly [part: string, words: string])[] {
  switch (table) {
    case "section":
      return piecesOf(row.text).map((words) => [`the section “${row.topic}”`, words]);
    case "duty":
      return [[`the duties “${row.heading ?? ""}”`, row.text]];
    case "quality":
      return [["the qualities", row.name]];
    case "requirement":
      return [[`the requirements “${[row.kind, row.route, row.part].filter(Boolean).join(" ")}”`, row.text]];
    default:
      return [];
  }
}

/** Lines and sentences. Very short ones say the same in many places. */
const SHORTEST = 20;

function piecesOf(text: string): string[] {
  return text.split(/\n+|(?<=[a-z)][.:!?]) (?=[A-Z])/).filter((piece) => piece.length >= SHORTEST);
}
