import { nationalEdition, sectorsEdition } from "./cases.ts";
import { type Cell, columnOf, lineOf, put, type WrittenEdition } from "./written-edition.ts";

export const NATIONAL = "[national_M2024_dl.xlsx]national_M2024_dl";
export const SECTORS = "[natsector_M2024_dl.xlsx]Natsector_M2024_dl";

export type Refusal = readonly [
  name: string,
  edition: () => WrittenEdition,
  locator: string,
  expected: string,
  found: string,
];

/** An edition in which something is wrong. */
export function national(change: (edition: WrittenEdition) => void): () => WrittenEdition {
  return () => changed(nationalEdition(), change);
}

export function sectors(change: (edition: WrittenEdition) => void): () => WrittenEdition {
  return () => changed(sectorsEdition(), change);
}

export function changed(edition: WrittenEdition, change: (edition: WrittenEdition) => void): WrittenEdition {
  change(edition);
  return edition;
}

/** Another value in the line of registered nurses, row 15. */
export function nurses(header: string, value: Cell): () => WrittenEdition {
  return national((edition) => put(edition, lineOf(edition, "29-1141"), header, value));
}

export function swap(edition: WrittenEdition, one: string, other: string): void {
  const [first, second] = [columnOf(edition, one), columnOf(edition, other)];
  for (const line of edition.grid.slice(1))
    [line[first], line[second]] = [line[second] ?? null, line[first] ?? null];
}
