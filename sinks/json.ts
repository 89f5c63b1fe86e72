import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { OccupationDocument } from "./document/document.ts";
import { documentPath } from "./document/file-name.ts";
import { pick } from "./document/group-rows.ts";
import type { DocumentWriter } from "./documents.ts";
import { createTextFile } from "./text-file.ts";
import type { WrittenFile } from "./written-file.ts";

const INDEX = "json/index.json";

/** The main numbers that a list of occupations shows. */
const INDEX_NUMBERS = [
  "soc_codes",
  "median_annual_amount",
  "median_annual_qualifier",
  "median_hourly_amount",
  "median_hourly_qualifier",
  "starter_amount",
  "experienced_amount",
  "starter_qualifier",
  "currency",
  "pay_band",
  "entry_education",
  "jobs",
  "projected_id",
  "growth_percent",
  "outlook",
  "annual_openings",
];

/** Writes `json/<scheme>/<code>.json`, one document an occupation, and `json/index.json`, one line an occupation. */
export function createJson(folder: string): DocumentWriter {
  const files: WrittenFile[] = [];
  const makeFolder = folderMaker();
  makeFolder(join(folder, "json"));
  const index = createTextFile(join(folder, INDEX));
  return {
    write: (document, { page }) => {
      index.write(`${files.length === 0 ? "[" : ","}\n${JSON.stringify(indexLine(document))}`);
      const path = `json/${documentPath(document)}`;
      makeFolder(join(folder, dirname(path)));
      writeFileSync(join(folder, path), page, { flag: "wx" });
      files.push({ path });
    },
    finish: () => {
      index.write(files.length === 0 ? "[]\n" : "\n]\n");
      index.finish();
      return [{ path: INDEX, rows: files.length }, ...files];
    },
  };
}

/** Makes each folder once. */
function folderMaker(): (folder: string) => void {
  const made = new Set<string>();
  return (folder) => {
    if (!made.has(folder)) mkdirSync(folder);
    made.add(folder);
  };
}

function indexLine(document: OccupationDocument): object {
  const { id, title, country, scheme, code, overview } = document;
  return { id, title, country, scheme, code, ...pick(overview, INDEX_NUMBERS), path: documentPath(document) };
}
