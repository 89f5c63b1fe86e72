import type { RunReport } from "../../../pipelines/refresh/report.ts";
import type { SourceReport } from "../../../pipelines/refresh/result.ts";

/** A run of one quiet night, to be made worse by a test. */
export function runReport(given: Partial<RunReport> = {}): RunReport {
  return {
    run: "20261123T021500Z-a1b2c3",
    command: "refresh",
    retry_of: null,
    way: "fetch",
    mirror: null,
    started_at: "2026-11-23T02:15:00.000Z",
    finished_at: "2026-11-23T02:45:30.000Z",
    outcome: "unchanged",
    exit: 0,
    message: "Nothing has changed.",
    version: "20261122T021500Z-1a2b3c4d",
    is_new: false,
    changes: null,
    dry_run: false,
    sources: [sourceReport()],
    comparisons: [],
    hosts: { "www.bls.gov": { requests: 341, bytes: 120_000, retries: 2, parked: undefined } },
    failures: [],
    not_due: [],
    issues: { error: 0, warning: 1, info: 12 },
    quarantine: [],
    ...given,
  };
}

export function sourceReport(given: Partial<SourceReport> = {}): SourceReport {
  return {
    id: "us-ooh",
    state: "fresh",
    requests: 341,
    fetched: 3,
    unchanged: 338,
    resumed: 0,
    failed: 0,
    parsed: 3,
    rejected: 0,
    facts: 24_000,
    reasons: [],
    ...given,
  };
}

/** A night on which one source gave nothing new, and a rule holds something back. */
export const DEGRADED = runReport({
  outcome: "degraded",
  exit: 3,
  message: "Published. us-ooh: 3 documents of us-ooh are no longer listed.",
  sources: [
    sourceReport({
      state: "carried-forward",
      reasons: [
        '3 documents of us-ooh are no longer listed: https://www.bls.gov/ooh/a.htm. If the publisher has really removed them, run: occupations refresh --source us-ooh --accept vanished-documents --reason "…".',
      ],
    }),
  ],
  quarantine: [
    {
      url: "https://www.bls.gov/ooh/b.htm",
      source: "us-ooh",
      since: "2026-11-20T02:20:00Z",
      reason:
        "the whole document: expected what its last good copy says (to accept the change: --accept lost-figures jumping-values), found lost-figures: a wage",
    },
  ],
});
