import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { areSaved, savedAt } from "../saved.ts";

const folder = savedAt("extras", "ep");

export const hasExports = areSaved("exports", folder);

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
