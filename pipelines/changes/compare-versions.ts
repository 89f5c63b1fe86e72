import { createCauseList, type Reason } from "../../transforms/diff/cause-list.ts";
import { COMPARED_TABLES } from "../../transforms/diff/compared-tables.ts";
import { differenceOf, type RowPair } from "../../transforms/diff/difference.ts";
import type { TalliedChange } from "../../transforms/diff/group-tally.ts";
import { createSummary } from "../../transforms/diff/summary.ts";
import type { VersionDocuments } from "../../transforms/diff/version-documents.ts";
import type { ChangesHead } from "../../transforms/model/change.ts";
import type { ComparedVersion } from "./compared-version.ts";
import { differingRows, movedRows } from "./differing-rows.ts";
import { type TwoVersions, withTwoVersions } from "./two-versions.ts";
import { newCaptures, versionDocuments, versionEnd } from "./version-documents.ts";

/** Two versions, and how they differ. */
export type Comparison = {
  readonly versions: TwoVersions;
  /** In the order of the model, then of the keys. */
  readonly changes: () => Iterable<TalliedChange>;
  /** What is known when all changes have been gone through. */
  readonly head: () => ChangesHead;
};

/** Finds the causes of the differences between two versions. */
export type Explain = (versions: TwoVersions) => Promise<{
  readonly reasonsOf: (pair: RowPair) => readonly Reason[];
  /** Removes what was built for it. */
  readonly discard: () => void;
}>;

/** Which of the differing rows are wanted. */
export type Wanted = (pair: RowPair) => boolean;

/** Compares two versions row by row, and tells why each row differs. */
export function compareVersions<Result>(
  before: ComparedVersion,
  after: ComparedVersion,
  explain: Explain,
  work: (comparison: Comparison) => Result | Promise<Result>,
  isWanted: Wanted = () => true,
): Promise<Result> {
  return withTwoVersions(before.folder, after.folder, async (versions) => {
    const { reasonsOf, discard } = await explain(versions);
    try {
      const ends = {
        from: versionEnd(versions, "before", before.program),
        to: versionEnd(versions, "after", after.program),
      };
      return await work(comparisonOf(versions, ends, reasonsOf, isWanted));
    } finally {
      discard();
    }
  });
}

function comparisonOf(
  versions: TwoVersions,
  ends: Pick<ChangesHead, "from" | "to">,
  reasonsOf: (pair: RowPair) => readonly Reason[],
  isWanted: Wanted,
): Comparison {
  const [before, after] = [versionDocuments(versions, "before"), versionDocuments(versions, "after")];
  const causes = createCauseList();
  const captures = new Set<string>();
  const summary = createSummary((sourceId) => ({
    edition_before: before.sources.get(sourceId)?.edition ?? null,
    edition_after: after.sources.get(sourceId)?.edition ?? null,
  }));
  const changeOf = (pair: RowPair): TalliedChange => {
    const ids = causes.idsOf(reasonsOf(pair));
    return {
      change: { ...differenceOf(pair), causes: ids },
      ...{ pair, sourceId: sourceIdOf(pair), causes: ids.map(causes.get), url: urlOf(pair, before, after) },
    };
  };
  return {
    versions,
    *changes() {
      for (const pair of allDifferingRows(versions)) {
        if (!isWanted(pair)) continue;
        const found = changeOf(pair);
        summary.note(found.sourceId, [...new Set(found.causes.map(({ kind }) => kind))], found.change);
        if (typeof pair.after?.capture_id === "string") captures.add(pair.after.capture_id);
        yield found;
      }
    },
    head: () => ({
      ...ends,
      summary: [...summary.groups()],
      moved: COMPARED_TABLES.flatMap((table) =>
        movedRows(versions, table).map((count) => ({ table: table.name, ...count })),
      ),
      causes: [...causes.all()],
      captures: [...newCaptures(versions, captures)],
    }),
  };
}

function* allDifferingRows(versions: TwoVersions): Iterable<RowPair> {
  for (const table of COMPARED_TABLES) yield* differingRows(versions, table);
}

/** The source that a row belongs to; NULL where it belongs to none. */
export function sourceIdOf({ table, before, after }: RowPair): string | null {
  const id = (after ?? before)?.[table.name === "source" ? "id" : "source_id"];
  return id === null || id === undefined ? null : String(id);
}

/** The document that a row was read from, or that it was read from before. */
function urlOf(pair: RowPair, before: VersionDocuments, after: VersionDocuments): string | undefined {
  const now = after.byCapture.get(String(pair.after?.capture_id));
  return (now ?? before.byCapture.get(String(pair.before?.capture_id)))?.url;
}
