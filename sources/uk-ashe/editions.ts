import type { DocumentAddress } from "../source.ts";
import { DATASET, editionWordsIn } from "./address.ts";
import type { Status } from "./member-name.ts";

/** The edition that must be there. */
const REQUIRED = `https://www.ons.gov.uk/file?uri=${DATASET}/2024/ashetable142024provisional.zip`;

/** Editions that may not be published yet, newest first; a year's revision comes with the next year's first estimates. */
const EXPECTED: readonly (readonly [year: number, status: Status])[] = [
  [2027, "provisional"],
  [2026, "revised"],
  [2026, "provisional"],
  [2025, "revised"],
  [2025, "provisional"],
  [2024, "revised"],
];

/** The documents asked for. The README says which addresses were seen, and which follow from the publisher's pattern. */
export const EDITIONS: readonly DocumentAddress[] = [
  { kind: "zip", url: REQUIRED },
  ...EXPECTED.map(([year, status]) => ({ kind: "zip", url: addressOf(year, status), isExpected: true })),
];

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
