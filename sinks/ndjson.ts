import { join } from "node:path";
import type { DocumentWriter } from "./documents.ts";
import { createTextFile } from "./text-file.ts";

/** Writes `occupations.ndjson`: the documents of `json/`, one a line. */
export function createNdjson(folder: string): DocumentWriter {
  const path = "occupations.ndjson";
  const file = createTextFile(join(folder, path));
  let rows = 0;
  return {
    write: (_, { line }) => {
      file.write(line);
      rows += 1;
    },
    finish: () => {
      file.finish();
      return [{ path, rows }];
    },
  };
}
