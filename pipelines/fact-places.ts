import type { Scalar } from "../transforms/facts.ts";

/** A place in the archived document, and the words that stand there; NULL where the value itself is those words. */
export type FactPlace = { readonly locator: string; readonly words: string | null };

/** A fact names one place, or a JSON array of several: `raw` then has the words of each, or is NULL for all. */
export function placesOf({ locator, raw }: Readonly<Record<string, Scalar>>): readonly FactPlace[] {
  const locators = listIn(locator);
  if (locators === undefined) return [{ locator: textOf(locator) ?? "", words: textOf(raw) }];
  const words = listIn(raw) ?? (raw === null ? [] : [raw]);
  const length = Math.max(locators.length, words.length);
  return Array.from({ length }, (_, index) => ({
    locator: textOf(locators[index]) ?? "",
    words: textOf(words[index]),
  }));
}

/** `[table.xlsx]All!D10` is a place, and no JSON. */
function listIn(text: Scalar | undefined): readonly Scalar[] | undefined {
  if (typeof text !== "string" || !/^\[(?:"|null)/.test(text)) return undefined;
  try {
    const list: unknown = JSON.parse(text);
    return Array.isArray(list) ? list : undefined;
  } catch {
    return undefined;
  }
}

function textOf(value: Scalar | undefined): string | null {
  return value === null || value === undefined ? null : String(value);
}
