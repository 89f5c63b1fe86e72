import type { Listed } from "./listed.ts";
import { loadScript } from "./load.ts";
import type { createNameIndex } from "./name-index.ts";

/** What `search.js` hands over: the search by names. */
export type SearchPart = { readonly createNameIndex: typeof createNameIndex };

export type LoadData = <T>(name: string) => Promise<T>;

/** A page that is drawn, of the list, with what its address asks for. Other scripts than the site's load no data themselves. */
export type PlotPage = (
  list: Listed,
  query: URLSearchParams,
  load: LoadData,
) => HTMLElement | Promise<HTMLElement>;

/** What `plots.js` hands over: a page for each name. */
export type PlotsPart = { readonly pages: Readonly<Record<string, PlotPage>> };

declare global {
  interface Window {
    occupationsSearch?: SearchPart;
    occupationsPlots?: PlotsPart;
  }
}

export async function searchPart(): Promise<SearchPart> {
  if (window.occupationsSearch === undefined) await loadScript("search.js");
  return window.occupationsSearch ?? absent("search.js");
}

export async function plotsPart(): Promise<PlotsPart> {
  if (window.occupationsPlots === undefined) await loadScript("plots.js");
  return window.occupationsPlots ?? absent("plots.js");
}

function absent(file: string): never {
  throw new Error(`The file ${file} of this site is not what was published. \`occupations verify\` tells.`);
}
