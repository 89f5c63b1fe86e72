import type { Cause, CauseKind } from "../model/change.ts";
import { countWords } from "./figures.ts";

/** A kind of cause in a heading, a table or a line of the terminal. */
export const CAUSE_NAMES: Readonly<Record<CauseKind, string>> = {
  "our-parser": "our program",
  "our-model": "our model",
  "our-correction": "our correction",
  "new-edition": "new edition",
  correction: "changed by the publisher",
  "document-added": "new documents",
  "document-removed": "documents gone",
  "source-added": "new source",
  "source-removed": "source gone",
  "source-retired": "source retired",
  "carried-forward": "carried forward",
  derived: "computed from others",
  undetermined: "cause unknown",
};

/** "new edition and our program" */
export function causeNames(kinds: readonly CauseKind[]): string {
  return kinds.map((kind) => CAUSE_NAMES[kind]).join(" and ");
}

/** Reasons and sources beyond these are left out. */
const MOST_NAMED = 3;

/** What happened, in a sentence or two; all causes are of one kind. */
export function causeSentence(kind: CauseKind, causes: readonly Cause[]): string {
  const urls = new Set(causes.flatMap(({ url }) => url ?? []));
  const documents = urls.size === 1 ? "one document" : `${countWords(urls.size)} documents`;
  switch (kind) {
    case "new-edition":
      return `The publisher has a new edition${editionWords(causes)}${urls.size === 0 ? "" : `, in ${documents}`}.`;
    case "correction":
      return `The publisher has changed ${documents} without a new edition${editionWords(causes)}.`;
    case "document-added":
      return `The publisher has ${documents} that the version before did not have.`;
    case "document-removed":
      return `The publisher no longer has ${documents}.`;
    case "source-added":
      return "The version before did not have this source.";
    case "source-removed":
      return "The dataset no longer has this source.";
    case "source-retired":
    case "carried-forward":
      return named(causes);
    case "our-parser":
      return "Our program makes something else of the same documents than the program before.";
    case "our-model":
      return "Our model has tables or columns that it did not have; the documents are the same.";
    case "our-correction":
      return "We have put values right, or have stopped doing so; table `correction` tells why.";
    case "derived":
      return `Computed from rows of several documents, some of which have changed: of ${sourcesOf(causes).join(", ")}.`;
    case "undetermined":
      return `The cause could not be computed. ${named(causes)}`;
  }
}

function named(causes: readonly Cause[]): string {
  const reasons = [...new Set(causes.flatMap(({ reason }) => reason ?? []))];
  const more = reasons.length > MOST_NAMED ? ` … and ${countWords(reasons.length - MOST_NAMED)} more.` : "";
  return `${reasons.slice(0, MOST_NAMED).join(" ")}${more}`;
}

function sourcesOf(causes: readonly Cause[]): readonly string[] {
  return [...new Set(causes.flatMap(({ derived_from }) => derived_from))].sort();
}

/** " (2024-34 → 2025-35)"; " (May 2024)" where it is the same. */
function editionWords(causes: readonly Cause[]): string {
  const pairs = causes.map(({ edition_before, edition_after }) =>
    editionsWords(edition_before, edition_after),
  );
  const told = [...new Set(pairs.filter((words) => words !== ""))];
  return told.length === 0 ? "" : ` (${told.join(", ")})`;
}

/** "2024-34 → 2025-35"; nothing where neither is told. */
export function editionsWords(before: string | null, after: string | null): string {
  if (before === after) return after ?? "";
  return `${before ?? "none"} → ${after ?? "none"}`;
}
