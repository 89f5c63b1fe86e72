import type { DocumentAddress } from "../source.ts";

/** All industries together, or each sector of the industry classification. */
export type OewsKind = "national" | "sectors";

/** What the name of a file in an address says. */
export type AddressWords = { readonly kind: OewsKind; readonly year: number };

/** Zips with all occupations of the nation; those of these years must be there. */
const REQUIRED_NATIONAL = [2024, 2023, 2022, 2021];
const REQUIRED_SECTORS = [2024];

/** The survey of a May is published in the spring of the year after. */
const EXPECTED = [2026, 2025];

const FOLDER = "https://www.bls.gov/oes/special-requests/";

/** Older links spell the folder with a full stop. */
const ADDRESS = /^https:\/\/www\.bls\.gov\/oes\/special[-.]requests\/oesm(\d{2})(nat|in4)\.zip$/;

/** The documents asked for. */
export const EDITIONS: readonly DocumentAddress[] = [
  ...REQUIRED_NATIONAL.map((year) => ({ kind: "national", url: addressOf("national", year) })),
  ...REQUIRED_SECTORS.map((year) => ({ kind: "sectors", url: addressOf("sectors", year) })),
  ...EXPECTED.flatMap((year) => [
    { kind: "national", url: addressOf("national", year), isExpected: true },
    { kind: "sectors", url: addressOf("sectors", year), isExpected: true },
  ]),
];

/** `…/oesm24nat.zip`, `…/oesm24in4.zip` */
export function addressOf(kind: OewsKind, year: number): string {
  return `${FOLDER}oesm${String(year % 100).padStart(2, "0")}${kind === "national" ? "nat" : "in4"}.zip`;
}

/** `…/oesm24nat.zip` → national, 2024; `undefined` for what is no zip of the survey. */
export function addressWordsIn(url: string): AddressWords | undefined {
  const [, year, area] = ADDRESS.exec(url) ?? [];
  if (year === undefined) return undefined;
  return { kind: area === "nat" ? "national" : "sectors", year: 2000 + Number(year) };
}

/** Newer years first; the nation before its sectors. What comes first has the word. */
export function compareEditions(one: DocumentAddress, other: DocumentAddress): number {
  const [first, second] = [rankOf(one), rankOf(other)];
  if (first !== second) return first < second ? 1 : -1;
  return one.url < other.url ? -1 : Number(one.url > other.url);
}

/** `2024 1`, which sorts as text. */
function rankOf({ url }: DocumentAddress): string {
  const words = addressWordsIn(url);
  return `${words?.year ?? "0000"} ${words?.kind === "national" ? 1 : 0}`;
}
