import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const beside = fileURLToPath(new URL("../../../../shared/corpus", import.meta.url));

const corpus = process.env.OCCUPATIONS_CORPUS ?? beside;

export const ZIP = join(corpus, "hosts", "www.ons.gov.uk", "file", "ashetable142024provisional.zip");

export const LONE_NAME = "PROV - Occupation SOC20 (4) Table 14.7a   Annual pay - Gross 2022.xls";

export const LONE = join(corpus, "extras", "ashe", LONE_NAME);

export const hasCorpus = existsSync(ZIP) && existsSync(LONE);

export function sayWhyNothingIsTested(): void {
  if (!hasCorpus)
    console.log(
      `Skipped: no saved ASHE tables at ${ZIP}. Set OCCUPATIONS_CORPUS to a folder that has hosts/www.ons.gov.uk/.`,
    );
}
