import { readFileSync } from "node:fs";
import { join } from "node:path";
import { sql } from "kysely";
import type { ChangesHead } from "../../transforms/model/change.ts";
import type { Row } from "../../transforms/model/model.ts";
import { CHANGES_MARKDOWN } from "../changes/changes-markdown.ts";
import { type Acceptance, countRows, type Manifest } from "../manifest.ts";
import type { Snapshot } from "../sqlite/open-snapshot.ts";
import type { WrittenFile } from "../written-file.ts";
import { writeDataFile } from "./data-file.ts";

/** What the site tells of a version that its facts don't. */
export type ReportNotes = {
  /** Names of the rules that hold. */
  readonly checks: readonly string[];
  readonly acceptances: readonly Acceptance[];
  readonly changes: ChangesHead;
  /** The files that the version has by now. */
  readonly files: Manifest["files"];
};

/** A file to download, or many of a kind as one line. */
export type Download = {
  readonly path: string;
  readonly bytes: number;
  readonly rows?: number | undefined;
  readonly sha256?: string;
};

/** All that the page about the dataset shows. */
export type DatasetData = {
  readonly dataset: Row<"dataset">;
  readonly sources: readonly (Row<"source"> & { readonly captures: number })[];
  readonly counts: Readonly<Record<string, number>>;
  readonly checks: readonly string[];
  readonly acceptances: readonly Acceptance[];
  readonly issues: readonly Pick<
    Row<"issue">,
    "rule" | "severity" | "source_id" | "occupation_id" | "message"
  >[];
  readonly changes: Pick<ChangesHead, "from" | "summary">;
  /** `CHANGES.md`. */
  readonly changesText: string;
  readonly downloads: readonly Download[];
};

/** Writes what the page about the dataset shows. */
export async function writeDatasetData(
  snapshot: Snapshot,
  folder: string,
  { checks, acceptances, changes, files }: ReportNotes,
): Promise<WrittenFile> {
  const { database } = snapshot;
  const data: DatasetData = {
    dataset: await database.selectFrom("dataset").selectAll().executeTakeFirstOrThrow(),
    sources: await listSources(snapshot),
    counts: countRows(snapshot),
    checks,
    acceptances,
    issues: await database
      .selectFrom("issue")
      .select(["rule", "severity", "source_id", "occupation_id", "message"])
      .orderBy(sql`rowid`)
      .execute(),
    changes: { from: changes.from, summary: changes.summary },
    changesText: readFileSync(join(folder, CHANGES_MARKDOWN), "utf8"),
    downloads: downloadsOf(files),
  };
  return writeDataFile(folder, "dataset", JSON.stringify(data));
}

async function listSources({ database, connection }: Snapshot): Promise<DatasetData["sources"]> {
  const sources = await database.selectFrom("source").selectAll().orderBy("id").execute();
  const count = connection
    .prepare<[string], number>("SELECT count(*) FROM capture WHERE source_id = ?")
    .pluck();
  return sources.map((source) => ({ ...source, captures: count.get(source.id) ?? 0 }));
}

const DOCUMENTS = /^json\/.+\//;

/** Thousands of documents are one line; the site itself is none. */
function downloadsOf(files: Manifest["files"]): readonly Download[] {
  const documents = files.filter(({ path }) => DOCUMENTS.test(path));
  const rest = files.filter(({ path }) => !DOCUMENTS.test(path) && !path.startsWith("report/"));
  const all = { path: "json/", rows: documents.length, bytes: sum(documents.map(({ bytes }) => bytes)) };
  return documents.length === 0 ? rest : [...rest, all];
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
