import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { WrittenFile } from "../written-file.ts";

/** Where the site keeps its data, below the folder of a version. */
export const DATA_FOLDER = "report/data";

/**
 * Writes a data file of the site: a script that hands over its content, gzipped, in base64. A script, because a page that
 * is opened from a folder may load scripts beside it, and nothing else; gzipped, because the site would otherwise be
 * larger than the dataset.
 */
export function writeDataFile(folder: string, name: string, content: string): WrittenFile {
  const path = `${DATA_FOLDER}/${name}.js`;
  const text = `occupations(${JSON.stringify(name)}, "${gzipped(content).toString("base64")}");\n`;
  writeFileSync(join(folder, path), text, { flag: "wx" });
  return { path };
}

/** The tenth byte of the format names the operating system: it is made "unknown", so that all of them write the same. */
const OPERATING_SYSTEM = 9;
const UNKNOWN = 0xff;

function gzipped(content: string): Buffer {
  const bytes = gzipSync(content, { level: 6 });
  bytes[OPERATING_SYSTEM] = UNKNOWN;
  return bytes;
}
