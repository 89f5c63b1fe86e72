import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const beside = fileURLToPath(new URL("../../../../shared/corpus", import.meta.url));

/** Where the recordings are: `OCCUPATIONS_CORPUS`, or `../shared/corpus` beside the repository. */
const recorded = join(process.env.OCCUPATIONS_CORPUS ?? beside, "extras", "lmi", "recorded");

export const hasCorpus = existsSync(recorded);

/** Says once why nothing is tested, where there is nothing to test with. */
export function sayWhyNothingIsTested(): void {
  if (!hasCorpus)
    console.log(
      `Skipped: no recorded answers at ${recorded}. Set OCCUPATIONS_CORPUS to a folder that has extras/lmi/recorded/.`,
    );
}

export type Recording = { readonly name: string; readonly body: Buffer };

/** Every recorded answer, in the order of the file names. */
export function recordings(): Recording[] {
  return readdirSync(recorded)
    .filter((name) => name.endsWith(".json"))
    .sort()
    .map((name) => ({ name, body: readFileSync(join(recorded, name)) }));
}
