import type { DocumentAddress } from "../source.ts";
import { DATASET, editionWordsIn } from "./address.ts";
import type { Status } from "./member-name.ts";

/** An address of its own kind, which names the folder by the year alone. */
const OTHER_ADDRESS = `https://www.ons.gov.uk/file?uri=${DATASET}/2024/ashetable142024provisional.zip`;

/** Newest first; a year's revision comes with the next year's first estimates. */
const EXPECTED: readonly (readonly [year: number, status: Status])[] = [
  [2027, "provisional"],
  [2026, "revised"],
  [2026, "provisional"],
  [2025, "revised"],
  [2025, "provisional"],
  [2024, "revised"],
  [2024, "provisional"],
];

/**
 * The documents asked for. None of them must be there, because editions come and are replaced; one of them must. The
 * README says which addresses were seen, and which follow from the publisher's pattern.
 */
export const EDITIONS: readonly DocumentAddress[] = [
  ...EXPECTED.map(([year, status]) => addressOf(year, status)),
  OTHER_ADDRESS,
].map((url) => ({ kind: "zip", url, isExpected: true }));

/** `…/2025provisional/ashetable142025provisional.zip` */
export function addressOf(year: number, status: Status): string {
  const edition = `${year}${status}`;
  return `https://www.ons.gov.uk/file?uri=${DATASET}/${edition}/ashetable14${edition}.zip`;
}

/**
 * Newer years first, a revised edition before the provisional one, a whole zip before a lone workbook: what comes first has
 * the word. An address that tells no edition comes last.
 */
export function compareEditions(one: DocumentAddress, other: DocumentAddress): number {
  const [first, second] = [rankOf(one), rankOf(other)];
  if (first !== second) return first < second ? 1 : -1;
  return one.url < other.url ? -1 : Number(one.url > other.url);
}

/** `2024 2 1`, which sorts as text. */
function rankOf({ kind, url }: DocumentAddress): string {
  const { years, statuses } = editionWordsIn(url);
  return `${years[0] ?? "0000"} ${statuses.includes("revised") ? 2 : 1} ${kind === "zip" ? 1 : 0}`;
}
