import type { Values } from "../model/change.ts";
import type { TableShape } from "../model/table.ts";
import type { Reason } from "./cause-list.ts";
import { comparedColumns } from "./compared-tables.ts";
import { saysTheSame } from "./difference.ts";
import { type Evidence, publishersReasons } from "./publishers-reasons.ts";

/** One key in the version before, in what this program makes of its documents, and in the version after. */
export type TracedRow = {
  readonly table: TableShape;
  readonly before: Values | undefined;
  /** `before`, where both versions were built by the same program. */
  readonly between: Values | undefined;
  readonly after: Values | undefined;
};

/** What the program's part is computed from. */
export type OurEvidence = {
  /** Whether the version before has the table, and which columns of it. */
  readonly columnsBefore: (table: string) => ReadonlySet<string> | undefined;
  /** Whether a correction of ours concerns the row in one of the two readings of the old documents, and not in the other. */
  readonly isCorrected: (table: TableShape, row: Values) => boolean;
  /** Why it is not known what this program makes of the old documents; `undefined` where it is. */
  readonly unknown: string | undefined;
};

/**
 * Why a row differs, ours first: what differs between the two programs' readings of the same documents is ours, what
 * differs between the documents under the same program is the publisher's.
 */
export function rowReasons(row: TracedRow, ours: OurEvidence, theirs: Evidence): readonly Reason[] {
  const { table, before, between, after } = row;
  if (ours.unknown !== undefined) return [withoutReading(row, ours.unknown, theirs)];
  const own = saysTheSame(table, before, between) ? [] : [ourReason(table, before, between, ours)];
  return [...own, ...publishersReasons({ table, before: between, after }, theirs)];
}

function ourReason(
  table: TableShape,
  before: Values | undefined,
  between: Values | undefined,
  { columnsBefore, isCorrected }: OurEvidence,
): Reason {
  if (table.name === "correction") return { kind: "our-correction" };
  const row = between ?? before ?? {};
  if (isCorrected(table, row)) return { kind: "our-correction" };
  const known = columnsBefore(table.name);
  if (known === undefined) return { kind: "our-model" };
  if (before === undefined || between === undefined) return { kind: "our-parser" };
  const differing = comparedColumns(table).filter(
    (column) => (before[column] ?? null) !== (between[column] ?? null),
  );
  return { kind: differing.every((column) => !known.has(column)) ? "our-model" : "our-parser" };
}

/** Where no document has changed, the program has; where some have, either may be the cause. */
function withoutReading(
  { before, after }: TracedRow,
  unknown: string,
  { documents, ...theirs }: Evidence,
): Reason {
  const places = [
    theirs.before.byCapture.get(String(before?.capture_id)),
    theirs.after.byCapture.get(String(after?.capture_id)),
  ];
  if (documents.size === 0) return { kind: "our-parser" };
  const [url] = places.flatMap((place) =>
    place !== undefined && documents.has(place.url) ? [place.url] : [],
  );
  const source_id = String(after?.source_id ?? before?.source_id ?? "") || null;
  return { kind: "undetermined", source_id, url: url ?? null, reason: unknown };
}
