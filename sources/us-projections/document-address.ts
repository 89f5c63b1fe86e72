export type ProjectionsKind = "workbook" | "archive" | "export";

/**
 * What stands at an address:
 *
 * - `https://www.bls.gov/emp/…/occupation.xlsx`, also under a name with the edition in it;
 * - `https://www.bls.gov/emp/…/2014-24.zip`, an older edition in the archive of projections;
 * - `https://data.bls.gov/projections/occupationProj`, or a `.csv` on either host: an export that a person saved. One
 *   address is one document, so that each edition takes an address of its own: `occupationProj?edition=2016-26`.
 */
export function kindAt(url: string): ProjectionsKind | undefined {
  if (!URL.canParse(url)) return undefined;
  const { protocol, host, pathname } = new URL(url);
  if (protocol !== "https:") return undefined;
  const isTables = host === "www.bls.gov" && pathname.startsWith("/emp/");
  const isSearch = host === "data.bls.gov" && pathname.startsWith("/projections/");
  if (isTables && /\/[^/]*occupation[^/]*\.xlsx$/i.test(pathname)) return "workbook";
  if (isTables && /\/\d{4}-\d{2}\.zip$/.test(pathname)) return "archive";
  if ((isTables || isSearch) && pathname.endsWith(".csv")) return "export";
  return isSearch && /^\/projections\/occupationProj\/?$/.test(pathname) ? "export" : undefined;
}

/** The first year of the edition, where the address names it: `2014-24`, `2014-2024`. */
export function baseYearAt(url: string): number | undefined {
  const years = /(?<!\d)(20\d{2})[-_–](?:20)?\d{2}(?!\d)/.exec(decodeURIComponent(url))?.[1];
  return years === undefined ? undefined : Number(years);
}
