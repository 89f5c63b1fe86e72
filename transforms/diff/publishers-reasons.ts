import type { Value, Values } from "../model/change.ts";
import type { Reason } from "./cause-list.ts";
import { type RowPair, saysTheSame } from "./difference.ts";
import type { VersionDocuments } from "./version-documents.ts";

/** What the publishers' part is computed from. */
export type Evidence = {
  readonly before: VersionDocuments;
  readonly after: VersionDocuments;
  /** Why documents differ, by address. */
  readonly documents: ReadonlyMap<string, Reason>;
  /** Whether an issue tells of a run, not of documents. */
  readonly isRunFinding: (issue: { readonly rule: string }) => boolean;
  /** Why the rows differ that links between the countries are computed from. */
  readonly ofBridge: () => readonly Reason[];
};

/** Why a row differs that the same program makes of the documents before and after. */
export function publishersReasons(pair: RowPair, evidence: Evidence): readonly Reason[] {
  const { table, before, after } = pair;
  if (saysTheSame(table, before, after)) return [];
  if (table.name === "source") return standingReasons(before, after);
  if (isRunIssue(pair, evidence)) return [runReason(pair, evidence)];
  if (isDerivedLink(pair)) return derivedFrom(evidence.ofBridge());
  const own = placesOf(pair, evidence).flatMap((url) => evidence.documents.get(url) ?? []);
  if (own.length > 0) return distinct(own);
  return derivedFrom([...evidence.documents.values()]);
}

/** A link that is computed from many rows: nobody has published it. */
export function isDerivedLink({ table, before, after }: RowPair): boolean {
  return table.name === "relation" && typeof (after ?? before)?.score === "number";
}

/** The addresses of the documents that a row was read from, before and after. */
function placesOf({ before, after }: RowPair, evidence: Evidence): string[] {
  const old = evidence.before.byCapture.get(text(before?.capture_id));
  const now = evidence.after.byCapture.get(text(after?.capture_id));
  const redirect = [text(before?.to_url ?? after?.to_url), text(before?.from_url ?? after?.from_url)];
  return [...new Set([old?.url ?? "", now?.url ?? "", ...redirect])];
}

/** Rows that several documents have a part in: the one cause that these have in common, or the sources that changed. */
function derivedFrom(reasons: readonly Reason[]): readonly Reason[] {
  const [only, ...more] = distinct(reasons);
  if (only === undefined)
    return [{ kind: "undetermined", reason: "No document has changed, and the program is the same." }];
  if (more.length === 0) return [only];
  const sources = reasons.flatMap(({ source_id, derived_from = [] }) => [source_id ?? "", ...derived_from]);
  const derived_from = [...new Set(sources)].filter((id) => id !== "").sort();
  return [{ kind: "derived", derived_from }];
}

function distinct(reasons: readonly Reason[]): readonly Reason[] {
  return [...new Map(reasons.map((reason) => [JSON.stringify(reason), reason])).values()];
}

/** The row of a source differs by its edition, by its state, or by both; or it is new, or gone. */
function standingReasons(before: Values | undefined, after: Values | undefined): readonly Reason[] {
  const source_id = text((after ?? before)?.id);
  const edition_before = textOrNull(before?.edition);
  const edition_after = textOrNull(after?.edition);
  const about = { source_id, edition_before, edition_after };
  if (before === undefined) return [{ kind: "source-added", ...about }];
  if (after === undefined) return [{ kind: "source-removed", ...about }];
  const edition = { kind: "new-edition", ...about } as const;
  return [
    ...(edition_before === edition_after ? [] : [edition]),
    ...(before.state === after.state ? [] : [stateReason(before, after, about)]),
  ];
}

function stateReason(before: Values, after: Values, about: Omit<Reason, "kind">): Reason {
  const isCarried = before.state === "carried-forward" || after.state === "carried-forward";
  const why = textOrNull(after.state_reason);
  const reason = `It was ${before.state} and is ${after.state} now${why === null ? "." : `: ${why}`}`;
  return { kind: isCarried ? "carried-forward" : "source-retired", ...about, reason };
}

function isRunIssue({ table, before, after }: RowPair, { isRunFinding }: Evidence): boolean {
  return table.name === "issue" && isRunFinding({ rule: text((after ?? before)?.rule) });
}

/** A finding of a run that came, or went: something could not be renewed, or can be renewed again. */
function runReason({ before, after }: RowPair, { before: old, after: now }: Evidence): Reason {
  const row = after ?? before;
  const source_id = textOrNull(row?.source_id);
  const edition_before = old.sources.get(source_id ?? "")?.edition ?? null;
  const edition_after = now.sources.get(source_id ?? "")?.edition ?? null;
  const reason = after === undefined ? "It was renewed again." : textOrNull(after.message);
  return { kind: "carried-forward", source_id, edition_before, edition_after, reason };
}

function text(value: Value | undefined): string {
  return value === null || value === undefined ? "" : String(value);
}

function textOrNull(value: Value | undefined): string | null {
  return value === null || value === undefined ? null : String(value);
}
