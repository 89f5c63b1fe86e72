import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { writeChangedNumbers } from "./report/changed-numbers.ts";
import { type ReportNotes, writeDatasetData } from "./report/dataset-data.ts";
import { readSiteFile, SITE_FILES } from "./report/site-files.ts";
import type { Snapshot } from "./sqlite/open-snapshot.ts";
import type { WrittenFile } from "./written-file.ts";

/**
 * Writes the site itself into `report/`: its page, its scripts and styles, and what it tells of the version. The pages of
 * occupations are written with the documents, into `report/data/`; what has changed must have been written.
 */
export async function writeReport(
  snapshot: Snapshot,
  folder: string,
  notes: ReportNotes,
): Promise<readonly WrittenFile[]> {
  const { database } = snapshot;
  const { version, created_at } = await database.selectFrom("dataset").selectAll().executeTakeFirstOrThrow();
  const page = readSiteFile("index.html")
    .toString()
    .replace("{{version}}", version)
    .replace("{{date}}", created_at.slice(0, 10));
  return [
    write(folder, "index.html", page),
    ...SITE_FILES.map((name) => write(folder, name, readSiteFile(name))),
    await writeDatasetData(snapshot, folder, notes),
    writeChangedNumbers(folder),
  ];
}

function write(folder: string, name: string, content: string | Buffer): WrittenFile {
  const path = `report/${name}`;
  writeFileSync(join(folder, path), content, { flag: "wx" });
  return { path };
}
