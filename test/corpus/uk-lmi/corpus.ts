import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { areSaved, savedAt } from "../saved.ts";

const recorded = savedAt("extras", "lmi", "recorded");

export const hasCorpus = areSaved("answers of LMI for All", recorded);

export type Recording = { readonly name: string; readonly body: Buffer };

/** Every recorded answer, in the order of the file names. */
export function recordings(): Recording[] {
  return readdirSync(recorded)
    .filter((name) => name.endsWith(".json"))
    .sort()
    .map((name) => ({ name, body: readFileSync(join(recorded, name)) }));
}
