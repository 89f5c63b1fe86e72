import { bar } from "./bar.ts";
import type { Child } from "./element.ts";
import { table } from "./table.ts";

/** One line of a list of bars. */
export type BarLine = { readonly title: Child; readonly value: number | null; readonly shown: Child };

/** A list of numbers with their bars: a table, so that who sees no bars has lost nothing. */
export function bars(
  caption: string,
  [what, number]: readonly [string, string],
  lines: readonly BarLine[],
): HTMLElement {
  const longest = Math.max(0, ...lines.map(({ value }) => value ?? 0));
  const made = table(
    caption,
    [{ title: what }, { title: number, isNumber: true }, { title: "Bar", isHidden: true }],
    lines.map(({ title, value, shown }) => [title, shown, bar(value, longest)]),
  );
  made.classList.add("bars");
  return made;
}
