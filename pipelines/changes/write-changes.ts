import { copyFileSync, existsSync } from "node:fs";
import { join } from "node:path";
import { CHANGES_JSON, createChangesFile } from "../../sinks/changes/changes-json.ts";
import { CHANGES_MARKDOWN, writeChangesMarkdown } from "../../sinks/changes/changes-markdown.ts";
import { readChanges } from "../../sinks/changes/read-changes.ts";
import { openSnapshot } from "../../sinks/sqlite/open-snapshot.ts";
import type { WrittenFile } from "../../sinks/written-file.ts";
import { changeReport } from "../../transforms/diff/change-report.ts";
import { createGroupTallies } from "../../transforms/diff/group-tally.ts";
import type { ChangesHead } from "../../transforms/model/change.ts";
import { SNAPSHOT } from "../publish/store-layout.ts";
import type { PublishedVersion } from "../published-version.ts";
import { compareVersions } from "./compare-versions.ts";
import { comparedVersion } from "./compared-version.ts";
import { computedReasons } from "./computed-reasons.ts";
import { firstHead } from "./first-version.ts";
import { otherEditions } from "./other-editions.ts";
import type { Means } from "./our-part.ts";
import { titlesIn, titlesOf } from "./titles.ts";
import { SCHEMAS } from "./two-versions.ts";

/** What a version is compared with. */
export type Against = Pick<Means, "archive" | "reread"> & {
  /** `undefined`: it is the first. */
  readonly previous: PublishedVersion | undefined;
  /** The version itself, where it is built once more: what it tells stands where the version before is gone. */
  readonly publishedIn?: string;
};

/** The files that tell the changes of a version, and what they come to. */
export type WrittenChanges = { readonly files: WrittenFile[]; readonly head: ChangesHead };

/**
 * Writes `changes.json` and `CHANGES.md` into the folder of a version whose SQLite file is finished: against the version
 * before it, or as the first. The same versions, archive and program give the same bytes.
 */
export function writeChanges(
  folder: string,
  { previous, publishedIn, ...means }: Against,
  program: string,
): Promise<WrittenChanges> {
  if (previous === undefined) return writeAlone(folder, publishedIn, program);
  const [before, after] = [comparedVersion(previous), { folder, program }];
  const all = { ...means, program, scratchFolder: folder };
  return compareVersions(before, after, computedReasons(before, after, all), (comparison) => {
    const file = createChangesFile(folder);
    const tallies = createGroupTallies(otherEditions(comparison.versions));
    for (const traced of comparison.changes()) {
      file.write(traced.change);
      tallies.note(traced);
    }
    const head = comparison.head();
    const report = changeReport(head, tallies.groups(), titlesIn(comparison.versions));
    return { head, files: [...file.finish(head), ...writeChangesMarkdown(folder, report)] };
  });
}

/** There is no version before to compare it with: it is the first, or says what it said. */
async function writeAlone(
  folder: string,
  publishedIn: string | undefined,
  program: string,
): Promise<WrittenChanges> {
  if (publishedIn === undefined || !existsSync(join(publishedIn, CHANGES_JSON)))
    return writeFirst(folder, program);
  const { head, rows } = readChanges(publishedIn);
  if (head.from === null) return writeFirst(folder, program);
  const file = createChangesFile(folder);
  for (const row of rows) file.write(row);
  copyFileSync(join(publishedIn, CHANGES_MARKDOWN), join(folder, CHANGES_MARKDOWN));
  return { head, files: [...file.finish(head), { path: CHANGES_MARKDOWN }] };
}

async function writeFirst(folder: string, program: string): Promise<WrittenChanges> {
  const { connection, close } = openSnapshot(join(folder, SNAPSHOT));
  try {
    const head = firstHead(connection, program);
    const report = changeReport(head, [], titlesOf(connection, SCHEMAS.after));
    const files = [...createChangesFile(folder).finish(head), ...writeChangesMarkdown(folder, report)];
    return { head, files };
  } finally {
    await close();
  }
}
