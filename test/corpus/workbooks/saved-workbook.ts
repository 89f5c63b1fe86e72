import { existsSync, readFileSync } from "node:fs";
import { areSaved, savedAt } from "../saved.ts";

export type SavedWorkbook = { readonly url: string; readonly path: string; readonly isThere: boolean };

/** The saved file that stands for an address: `routes.json` names it, or it lies under its host and path. */
export function savedWorkbook(url: string): SavedWorkbook {
  const routes = savedAt("routes.json");
  const known: Record<string, { file: string }> = existsSync(routes)
    ? JSON.parse(readFileSync(routes, "utf8"))
    : {};
  const { host, pathname } = new URL(url);
  const path = savedAt("hosts", known[url]?.file ?? `${host}${decodeURIComponent(pathname)}`);
  return { url, path, isThere: areSaved("copies of a workbook", path) };
}
