import type { FactRow } from "../fact-name.ts";

/** A place in the archived document, and the words that stand there; `undefined`: the value itself is those words. */
export type Place = { readonly locator: string; readonly words: string | undefined };

/** Where a row was read. One that draws on several places has a JSON array of them, and of the words. */
export function placesOf({ locator, raw }: Pick<FactRow, "locator" | "raw">): readonly Place[] {
  const locators = listIn(locator);
  const words = locators.length > 1 ? listIn(raw) : [raw];
  return locators.map((place, index) => ({ locator: place ?? "", words: words[index] ?? undefined }));
}

function listIn(text: string | null): readonly (string | null)[] {
  if (text === null) return [];
  const list = text.startsWith("[") ? parsed(text) : undefined;
  return Array.isArray(list) ? list : [text];
}

/** `[id="x"]` is a locator, and no JSON. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
