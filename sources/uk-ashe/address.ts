import { memberNamed, type Status } from "./member-name.ts";

/** The address says SOC 2010, whatever classification its documents use: since 2022 that is SOC 2020. */
export const DATASET =
  "/employmentandlabourmarket/peopleinwork/earningsandworkinghours/datasets/occupation4digitsoc2010ashetable14";

/** What an address says of the edition; it need not say anything. */
export type AddressWords = { readonly years: readonly string[]; readonly statuses: readonly Status[] };

/** `…/file?uri=/…/2024revised/ashetable142024revised.zip` → `zip`; `undefined` for what is no document of the dataset. */
export function documentKindAt(url: string): "zip" | "workbook" | undefined {
  const place = placeInDataset(url);
  if (place === undefined) return undefined;
  if (/\.zip$/i.test(place)) return "zip";
  return /\.xlsx?$/i.test(place) ? "workbook" : undefined;
}

/** Years and statuses as the folder and the file of an address name them, each as often as it stands there. */
export function editionWordsIn(url: string): AddressWords {
  const parts = (placeInDataset(url) ?? "").split("/").map(wordsOf);
  return {
    years: parts.flatMap(({ years }) => years),
    statuses: parts.flatMap(({ statuses }) => statuses),
  };
}

/** `2024` or `2024revised`, `ashetable142024revised.zip`, or the publisher's name of a workbook. */
function wordsOf(part: string): AddressWords {
  const name = memberNamed(part);
  if (name !== undefined) return { years: [name.year], statuses: [name.status] };
  return {
    years: [...part.matchAll(/(?<!\d)(?:14)?(20\d{2})(?!\d)/g)].map(([, year]) => year ?? ""),
    statuses: [...part.matchAll(/provisional|revised/gi)].map(([status]) => status.toLowerCase() as Status),
  };
}

/** `2024/ashetable142024provisional.zip`: folder and file below the dataset. */
function placeInDataset(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const { protocol, host, pathname, searchParams } = new URL(url);
  if (protocol !== "https:" || host !== "www.ons.gov.uk") return undefined;
  const path = pathname === "/file" ? searchParams.get("uri") : decoded(pathname);
  return path?.startsWith(`${DATASET}/`) ? path.slice(DATASET.length + 1) : undefined;
}

function decoded(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}
