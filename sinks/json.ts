import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { documentPath } from "./document/file-name.ts";
import { indexLine } from "./document/index-line.ts";
import type { DocumentWriter } from "./documents.ts";
import { createTextFile } from "./text-file.ts";
import type { WrittenFile } from "./written-file.ts";

const INDEX = "json/index.json";

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
