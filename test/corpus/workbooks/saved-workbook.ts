import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const beside = fileURLToPath(new URL("../../../../shared/corpus", import.meta.url));

/** Where the saved documents are: `OCCUPATIONS_CORPUS`, or `../shared/corpus` beside the repository. */
const corpus = process.env.OCCUPATIONS_CORPUS ?? beside;

export type SavedWorkbook = { readonly url: string; readonly path: string; readonly isThere: boolean };

/** The saved file that stands for an address: `routes.json` names it, or it lies under its host and path. */
export function savedWorkbook(url: string): SavedWorkbook {
  const routes = join(corpus, "routes.json");
  const known: Record<string, { file: string }> = existsSync(routes)
    ? JSON.parse(readFileSync(routes, "utf8"))
    : {};
  const { host, pathname } = new URL(url);
  const path = join(corpus, "hosts", known[url]?.file ?? `${host}${decodeURIComponent(pathname)}`);
  return { url, path, isThere: existsSync(path) };
}

/** Says once why nothing is tested, where there is nothing to test with. */
export function sayWhyNothingIsTested(workbooks: readonly SavedWorkbook[]): void {
  for (const { url, path, isThere } of workbooks)
    if (!isThere)
      console.log(
        `Skipped: ${url} is not saved as ${path}. Set OCCUPATIONS_CORPUS to a folder that has hosts/.`,
      );
}
