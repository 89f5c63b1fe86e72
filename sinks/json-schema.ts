import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { listSchemas } from "./json-schema/list-schemas.ts";
import type { Snapshot } from "./sqlite/open-snapshot.ts";
import type { WrittenFile } from "./written-file.ts";

/** Writes `schema/<name>.schema.json` (JSON Schema 2020-12): for a row of each table, a document, and the index of documents. */
export function writeJsonSchemas(_: Snapshot, folder: string): readonly WrittenFile[] {
  mkdirSync(join(folder, "schema"), { recursive: true });
  return listSchemas().map(({ name, schema }) => {
    const path = `schema/${name}.schema.json`;
    writeFileSync(join(folder, path), `${JSON.stringify(schema, undefined, 2)}\n`, { flag: "wx" });
    return { path };
  });
}
