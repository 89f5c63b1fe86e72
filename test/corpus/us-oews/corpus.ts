import { join } from "node:path";
import { areSaved, savedAt } from "../saved.ts";

const folder = savedAt("hosts", "www.bls.gov", "oes", "special-requests");

const NAMES = ["oesm21nat", "oesm22nat", "oesm23nat", "oesm24nat", "oesm24in4"];

/** The saved zips, by their addresses. */
export const ZIPS = NAMES.map((name) => ({
  name,
  url: `https://www.bls.gov/oes/special-requests/${name}.zip`,
  path: join(folder, `${name}.zip`),
}));

export const hasCorpus = areSaved("wage surveys", ...ZIPS.map(({ path }) => path));
