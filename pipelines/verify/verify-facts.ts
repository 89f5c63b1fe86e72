import type { Archive } from "../../sources/archive/archive.ts";
import type { PublishedVersion } from "../published-version.ts";
import type { Progress } from "../refresh/progress.ts";
import { count } from "../text/figures.ts";
import { verifyProvenance } from "./provenance/verify-provenance.ts";
import { firstOf, type Verified } from "./verified.ts";

/** Every fact of a version looked up again in the archived document, where it says that it was read. */
export async function verifyFacts(
  version: PublishedVersion,
  archive: Archive,
  progress: Progress,
  signal: AbortSignal,
): Promise<Verified> {
  const { documents, tables, problems, problemCount } = await verifyProvenance(
    version,
    archive,
    progress,
    signal,
  );
  const all = Object.entries(tables);
  const sum = (of: "rows" | "proved" | "places") => all.reduce((total, [, table]) => total + table[of], 0);
  const notes = all.flatMap(([name, { unproved }]) =>
    Object.entries(unproved).map(
      ([reason, rows]) => `${count(rows)} rows of ${name} could not be looked up: ${reason}`,
    ),
  );
  return {
    part: "provenance",
    looked_at: `${count(sum("proved"))} of ${count(sum("rows"))} facts found at ${count(sum("places"))} places of ${count(documents)} documents`,
    problems: firstOf(problems, problemCount),
    notes,
  };
}
