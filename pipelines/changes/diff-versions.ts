import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { changesMarkdown } from "../../sinks/changes/changes-markdown.ts";
import { openArchive } from "../../sources/archive/archive.ts";
import { changeReport } from "../../transforms/diff/change-report.ts";
import { createGroupTallies } from "../../transforms/diff/group-tally.ts";
import type { Change, Changes } from "../../transforms/model/change.ts";
import { programFingerprint } from "../build/program.ts";
import type { PublishedVersion } from "../published-version.ts";
import { archiveFile } from "../stored-archive.ts";
import { type Comparison, compareVersions, type Explain, type Wanted } from "./compare-versions.ts";
import { type ComparedVersion, comparedVersion } from "./compared-version.ts";
import { computedReasons } from "./computed-reasons.ts";
import { otherEditions } from "./other-editions.ts";
import { publishedReasons } from "./published-reasons.ts";
import { titlesIn } from "./titles.ts";
import { wayBetween } from "./way.ts";

/** The difference of two versions, for a program and for a reader. */
export type VersionsDiff = { readonly changes: Changes; readonly markdown: string };

/**
 * Compares any two versions of a store. The causes are those that the versions on the way have published; where no way leads
 * from the one to the other, they are computed as far as that can be done.
 */
export async function diffVersions(
  store: string,
  from: PublishedVersion,
  to: PublishedVersion,
  isWanted?: Wanted,
): Promise<VersionsDiff> {
  const [before, after] = [comparedVersion(from), comparedVersion(to)];
  const way = await wayBetween(store, from.id, to.id);
  const compare = (explain: Explain) => compareVersions(before, after, explain, diffOf, isWanted);
  return way === undefined ? compareAnew(store, before, after, compare) : compare(publishedReasons(way));
}

async function compareAnew<Result>(
  store: string,
  before: ComparedVersion,
  after: ComparedVersion,
  compare: (explain: Explain) => Promise<Result>,
): Promise<Result> {
  const path = archiveFile(store);
  const archive = existsSync(path) ? openArchive(path, { readonly: true }) : undefined;
  const scratchFolder = await mkdtemp(join(tmpdir(), "occupations-diff-"));
  try {
    const means = { archive, program: programFingerprint(), scratchFolder };
    return await compare(computedReasons(before, after, means));
  } finally {
    archive?.close();
    await rm(scratchFolder, { recursive: true, force: true });
  }
}

function diffOf(comparison: Comparison): VersionsDiff {
  const changes: Change[] = [];
  const tallies = createGroupTallies(otherEditions(comparison.versions));
  for (const found of comparison.changes()) {
    changes.push(found.change);
    tallies.note(found);
  }
  const head = comparison.head();
  const report = changeReport(head, tallies.groups(), titlesIn(comparison.versions));
  return { changes: { ...head, changes }, markdown: changesMarkdown(report) };
}
