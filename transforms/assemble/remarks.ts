import type { Remark } from "../../sources/source.ts";
import type { AssembledDocument, Finding } from "./assemble.ts";

/** Remarks that nobody needs to act on. */
const GOOD_TO_KNOW: ReadonlySet<string> = new Set([
  "repeated-element",
  "page-dates-differ",
  "no-wages-by-industry",
  "left-out",
  "entries-without-code",
  "entry-contradicts-itself",
  "no-coefficients-of-variation",
  "no-full-time-sheets",
  "precise-figure-withheld",
  "absent-part",
  "job-group-not-read",
  "route-not-described",
  "similar-without-profile",
  "no-figures",
  "no-description",
  "task-without-semicolon",
]);

/** Remarks of many documents: each rule of each source once, with its first place and the number of places. */
export function createRemarks() {
  const found = new Map<string, { readonly finding: Finding; count: number }>();
  return {
    count: (document: AssembledDocument, remark: Remark): void => {
      const key = `${document.sourceId} ${remark.rule}`;
      const known = found.get(key);
      if (known === undefined) found.set(key, { finding: findingOf(document, remark), count: 1 });
      else known.count++;
    },
    findings: (): Finding[] =>
      [...found.values()].map(({ finding, count }) => ({
        ...finding,
        message: `${finding.message} (${count} ${count === 1 ? "place" : "places"} in all)`,
      })),
  };
}

function findingOf({ url, sourceId, captureId }: AssembledDocument, { rule, message }: Remark): Finding {
  return {
    rule,
    severity: GOOD_TO_KNOW.has(rule) ? "info" : "warning",
    source_id: sourceId,
    occupation_id: null,
    capture_id: captureId,
    message: `${url}: ${message}`,
  };
}
