import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const beside = fileURLToPath(new URL("../../../../shared/corpus", import.meta.url));

const folder = join(
  process.env.OCCUPATIONS_CORPUS ?? beside,
  ...["hosts", "www.bls.gov", "oes", "special-requests"],
);

const NAMES = ["oesm21nat", "oesm22nat", "oesm23nat", "oesm24nat", "oesm24in4"];

/** The saved zips, by their addresses. */
export const ZIPS = NAMES.map((name) => ({
  name,
  url: `https://www.bls.gov/oes/special-requests/${name}.zip`,
  path: join(folder, `${name}.zip`),
}));

export const hasCorpus = ZIPS.every(({ path }) => existsSync(path));

export function sayWhyNothingIsTested(): void {
  if (!hasCorpus)
    console.log(
      `Skipped: no saved wage surveys in ${folder}. Set OCCUPATIONS_CORPUS to a folder that has hosts/www.bls.gov/.`,
    );
}
