import { FACT_TABLES } from "../../transforms/model/model.ts";
import type { FactCounts } from "../build/build-facts.ts";
import { inSnapshot, type PublishedVersion } from "../published-version.ts";
import type { Passage } from "./passage.ts";
import type { SourceReport } from "./result.ts";

/** What a run did with each source: `counts` are the facts of a version that it built, published or not. */
export function sourceReports(
  passages: readonly Passage[],
  latest: PublishedVersion | undefined,
  counts: FactCounts,
): readonly SourceReport[] {
  const facts = latest === undefined ? counts : new Map([...publishedFacts(latest), ...counts]);
  return passages.filter(isTold).map((passage) => sourceReport(passage, facts));
}

function publishedFacts(latest: PublishedVersion): Map<string, number> {
  const parts = FACT_TABLES.map((table) => `SELECT source_id FROM ${table}`).join(" UNION ALL ");
  return inSnapshot(latest, (database) => {
    const rows = database
      .prepare<[], { source_id: string; facts: number }>(
        `SELECT source_id, count(*) AS facts FROM (${parts}) GROUP BY source_id`,
      )
      .all();
    return new Map(rows.map(({ source_id, facts }) => [source_id, facts]));
  });
}

/** Nothing is told of a source that was not chosen and is not published, nor of an ended one that was never archived. */
function isTold({ gathered, registered, decision }: Passage): boolean {
  return decision.state !== "absent" || (gathered !== undefined && registered.source.retired === undefined);
}

function sourceReport(
  { registered: { source }, gathered, requests, decision, isSample }: Passage,
  facts: ReadonlyMap<string, number>,
): SourceReport {
  const none = { fetched: 0, unchanged: 0, resumed: 0, failed: 0, parsed: 0, rejected: 0 };
  return {
    id: source.id,
    state: decision.state === "fresh" && isSample ? "sample" : decision.state,
    requests,
    ...(gathered?.counts ?? none),
    facts: facts.get(source.id) ?? 0,
    reasons: decision.reasons,
  };
}
