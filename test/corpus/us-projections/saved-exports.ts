import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const beside = fileURLToPath(new URL("../../../../shared/corpus", import.meta.url));

/** Where the exports are that somebody saved: `OCCUPATIONS_CORPUS`, or `../shared/corpus` beside the repository. */
const folder = join(process.env.OCCUPATIONS_CORPUS ?? beside, "extras", "ep");

export const hasExports = existsSync(folder);

if (!hasExports)
  console.log(`Skipped: no exports at ${folder}. Set OCCUPATIONS_CORPUS to a folder that has extras/ep/.`);

export type SavedExport = { readonly name: string; readonly url: string; readonly body: Buffer };

export function savedExports(): SavedExport[] {
  if (!hasExports) return [];
  return readdirSync(folder)
    .filter((name) => name.startsWith("EmploymentProjections_"))
    .sort()
    .map((name) => ({
      name,
      url: `https://data.bls.gov/projections/${name}`,
      body: readFileSync(join(folder, name)),
    }));
}
