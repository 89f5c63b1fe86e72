import type { Archive } from "../../sources/archive/archive.ts";
import type { RowPair } from "../../transforms/diff/difference.ts";
import type { OurEvidence, TracedRow } from "../../transforms/diff/row-reasons.ts";
import { RefusedError } from "../errors/refused-error.ts";
import { SourceRefusedError } from "../errors/source-refused-error.ts";
import type { ComparedVersion } from "./compared-version.ts";
import { correctedRows } from "./corrected-rows.ts";
import { type Reread, rereadVersion } from "./reread-version.ts";
import { rowsByKey } from "./rows-by-key.ts";
import type { TwoVersions } from "./two-versions.ts";

/** What this program's reading of the old documents tells: what of a difference is ours. */
export type OurPart = OurEvidence & {
  readonly trace: (pair: RowPair) => TracedRow;
  /** Why its reading of a document is not known; `undefined` where it is, or is not needed. */
  readonly unread: (url: string) => string | undefined;
  /** Removes what was built for it. */
  readonly discard: () => void;
};

/** What it takes to tell our part from the publishers'. */
export type Means = {
  readonly archive: Archive | undefined;
  /** The state of the program that runs. */
  readonly program: string;
  /** For what has to be built in between. */
  readonly scratchFolder: string;
  /** Builds the old documents once more. */
  readonly reread?: typeof rereadVersion | undefined;
};

/** Where both versions were built by the same program, nothing is ours; otherwise the old documents are read again. */
export async function ourPart(
  before: ComparedVersion,
  after: ComparedVersion,
  versions: TwoVersions,
  means: Means,
): Promise<OurPart> {
  const columnsBefore = (table: string) => versions.columnsOf("before", table);
  const nothing = { columnsBefore, isCorrected: () => false, unread: () => undefined, discard: () => {} };
  const asBefore = (pair: RowPair): TracedRow => ({ ...pair, between: pair.before });
  if (before.program !== null && before.program === after.program)
    return { ...nothing, unknown: undefined, trace: asBefore };
  const reread = await attempt(before, after, means);
  if (typeof reread === "string") return { ...nothing, unknown: reread, trace: asBefore };
  const { writer, unread } = reread;
  const rows = rowsByKey(writer.connection);
  return {
    columnsBefore,
    unknown: undefined,
    isCorrected: correctedRows(versions, writer.connection),
    trace: (pair) => ({ ...pair, between: rows(pair.table, pair.after ?? pair.before ?? {}) }),
    unread: (url) => unread.get(url),
    discard: writer.discard,
  };
}

/** @returns the reason, where the old documents cannot be read by the program that built the new version. */
async function attempt(
  before: ComparedVersion,
  after: ComparedVersion,
  { archive, program, scratchFolder, reread = rereadVersion }: Means,
): Promise<Reread | string> {
  if (after.program !== program)
    return "The two versions were built by different programs, and this program is not the later one of them.";
  if (archive === undefined)
    return "The program has changed, and there is no archive to read the documents from.";
  try {
    return await reread(before, archive, scratchFolder);
  } catch (error) {
    if (!(error instanceof RefusedError || error instanceof SourceRefusedError)) throw error;
    return `The program has changed and cannot build the version before any more: ${error.message}`;
  }
}
