import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { DocumentBytes } from "../../../sources/source.ts";
import { ukLmi } from "../../../sources/uk-lmi/source.ts";
import { normaliseUkLmi } from "../../../transforms/from-uk-lmi.ts";
import { readAsRun } from "../cases/read-as-run.ts";

/** A folder for each case: what it proves is its name. */
export const CASES_FOLDER = join(import.meta.dirname, "..", "..", "fixtures", "uk-lmi");

export function caseNames(): string[] {
  return readdirSync(CASES_FOLDER).sort();
}

/** The document of a case: `address.txt` is the request that it answers. */
export function documentOf(name: string): DocumentBytes {
  const [url, body] = ["address.txt", "document.json"].map((file) =>
    readFileSync(join(CASES_FOLDER, name, file)),
  );
  return answer(`${url}`.trim(), `${body}`);
}

export function answer(url: string, body: string): DocumentBytes {
  return { url, mediaType: "application/json", body: Buffer.from(body) };
}

export const { readingOf, refusalOf, readingOrRefusal } = readAsRun(ukLmi, normaliseUkLmi);
