import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

const HERE = import.meta.dirname;

/**
 * The folder that the site's own files were built into: beside this one in the built program; where the program runs from
 * its sources, in `build/`.
 */
const FOLDERS = [join(HERE, "site"), join(HERE, "../../build/sinks/report/site")];

/** Files of the site that are the same in every version. */
export const SITE_FILES = ["site.css", "site.js", "search.js", "plots.js", "THIRD-PARTY.txt"] as const;

/**
 * One of the files that the site is made of.
 *
 * @throws Error where the site has not been built.
 */
export function readSiteFile(name: string): Buffer {
  const folder = FOLDERS.find((candidate) => existsSync(join(candidate, "site.js")));
  if (folder === undefined)
    throw new Error(
      "The site for report/ has not been built, so no version can be written: run `npm run build`.",
    );
  return readFileSync(join(folder, name));
}
