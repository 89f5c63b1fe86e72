import type { Pick } from "./picker.ts";

/** Turns a page into another one; the same page where there is nothing to change. */
export type Change = (html: string, pick: Pick) => string;

type Replacement = string | ((words: string) => string);

/** Changes every place that a pattern finds. */
export function every(pattern: RegExp, replacement: Replacement): Change {
  return (html) =>
    typeof replacement === "string"
      ? html.replace(pattern, replacement)
      : html.replace(pattern, (words: string) => replacement(words));
}

/** Changes one of the places that a pattern finds in a part of the page. */
export function oneIn(partOf: (html: string) => readonly [from: number, to: number]) {
  return (pattern: RegExp, replacement: (match: RegExpMatchArray) => string): Change =>
    (html, pick) => {
      const [from, to] = partOf(html);
      const all = new RegExp(pattern.source, `${pattern.flags.replace("g", "")}g`);
      const found = [...html.matchAll(all)].filter(({ index }) => index > from && index < to);
      const match = found[found.length === 0 ? 0 : pick(found.length)];
      if (match === undefined) return html;
      return html.slice(0, match.index) + replacement(match) + html.slice(match.index + match[0].length);
    };
}
