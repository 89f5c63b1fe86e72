import type { DocumentAddress } from "../source.ts";

const THEME = "/employmentandlabourmarket/peopleinwork/employmentandemployeetypes/adhocs/";

/** The one workbook that is published so far. A later one gets a number that nobody can foresee. */
export const WORKBOOK = `https://www.ons.gov.uk/file?uri=${THEME}3136employmentbyoccupationandindustrysectionasuk2021to2024/employmentby4digitsoc1digitindustryatosuk20212024final.xlsx`;

/** `3136employmentbyoccupationandindustrysectionasuk2021to2024/….xlsx`: the years stand in the name of the folder. */
const PLACE =
  /^(?<number>\d+)employmentbyoccupationandindustrysection[a-z]*(?:(?<first>20\d{2})(?:to(?<last>20\d{2}))?)?\/[^/]+\.xlsx$/i;

export type AddressWords = {
  readonly number: number;
  /** First and last year, where the address tells them. */
  readonly years: readonly [first: number, last: number] | undefined;
};

/** What an address says; `undefined` for what is no workbook of this kind. */
export function addressWordsIn(url: string): AddressWords | undefined {
  const { number, first, last } = PLACE.exec(placeIn(url) ?? "")?.groups ?? {};
  if (number === undefined) return undefined;
  const years = first === undefined ? undefined : ([Number(first), Number(last ?? first)] as const);
  return { number: Number(number), years };
}

/** The workbook with the latest year has the word, then the one that was published later. */
export function compareWorkbooks(one: DocumentAddress, other: DocumentAddress): number {
  const [first, second] = [addressWordsIn(one.url), addressWordsIn(other.url)];
  const byYear = (second?.years?.[1] ?? 0) - (first?.years?.[1] ?? 0);
  const byNumber = (second?.number ?? 0) - (first?.number ?? 0);
  if (byYear !== 0 || byNumber !== 0) return byYear || byNumber;
  return one.url < other.url ? -1 : Number(one.url > other.url);
}

function placeIn(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const { protocol, host, pathname, searchParams } = new URL(url);
  if (protocol !== "https:" || host !== "www.ons.gov.uk") return undefined;
  const path = pathname === "/file" ? searchParams.get("uri") : pathname;
  return path?.startsWith(THEME) ? path.slice(THEME.length) : undefined;
}
