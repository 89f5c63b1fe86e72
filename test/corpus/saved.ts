import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const beside = fileURLToPath(new URL("../../../shared/corpus", import.meta.url));

/** Where the saved documents are: `OCCUPATIONS_CORPUS`, or `../shared/corpus` beside the repository. */
const corpus = process.env.OCCUPATIONS_CORPUS ?? beside;

export function savedAt(...path: readonly string[]): string {
  return join(corpus, ...path);
}

/** Whether all of them are there; where not, says once why nothing is tested. */
export function areSaved(what: string, ...paths: readonly string[]): boolean {
  const missing = paths.find((path) => !existsSync(path));
  if (missing !== undefined)
    console.log(
      `Skipped: there are no saved ${what} at ${missing}. Set OCCUPATIONS_CORPUS to the folder that holds hosts/ and extras/.`,
    );
  return missing === undefined;
}
