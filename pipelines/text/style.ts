import { styleText } from "node:util";
import type { Layout } from "../world.ts";

/** The name of what is shown. */
export function title(words: string, layout: Layout): string {
  return bold(words, layout);
}

/** The heading of a part: in capitals, so that it stands out without colour as well. */
export function heading(words: string, layout: Layout): string {
  return bold(words.toUpperCase(), layout);
}

function bold(words: string, { hasColour }: Layout): string {
  return hasColour ? styleText("bold", words, { validateStream: false }) : words;
}
