import { describe, expect, test } from "vitest";
import { notificationMessage } from "../../../../pipelines/monitoring/notifications/message.ts";
import { standingsOf } from "../../../../pipelines/monitoring/notifications/standings.ts";
import { stateChanges, toldAfter } from "../../../../pipelines/monitoring/notifications/state-changes.ts";
import type { RunReport } from "../../../../pipelines/refresh/report.ts";
import type { Told } from "../../../../pipelines/state/notifications.ts";
import { DEGRADED, runReport, sourceReport } from "../run-report.ts";

const FRESH = { state: "fresh", problems: [] } as const;
const STALE = { state: "stale", problems: ["The sources were last looked at 40 hours ago."] } as const;

type Night = { readonly report: RunReport; readonly status?: typeof FRESH | typeof STALE };

/** What is told after each of some nights: the event and what changed; NULL where nothing is told. */
function toldOn(nights: readonly Night[]) {
  let told: readonly Told[] = [];
  return nights.map(({ report, status = FRESH }) => {
    const standings = standingsOf(report, status, told);
    const changes = stateChanges(told, standings);
    told = toldAfter(told, standings, report.started_at);
    if (changes.length === 0) return null;
    const { event } = notificationMessage(report, "/srv/data", changes);
    return [event, ...changes.map(({ subject, from, to }) => `${subject}: ${from} → ${to}`)];
  });
}

const good = { report: runReport() };
const failed = { report: runReport({ outcome: "failed", exit: 6, sources: [], message: "No source." }) };

describe("what is told", () => {
  test("of a first night on which all is well: nothing", () => {
    expect(toldOn([good, good])).toEqual([null, null]);
  });

  test("of a night that is worse than the one before: each change, once, and when it is over", () => {
    expect(toldOn([good, { report: DEGRADED }, { report: DEGRADED }, good])).toEqual([
      null,
      [
        "degraded",
        "run: fresh → degraded",
        "source us-ooh: fresh → carried-forward",
        "decision us-ooh vanished-documents: null → waiting",
        "decision us-ooh lost-figures: null → waiting",
        "decision us-ooh jumping-values: null → waiting",
      ],
      null,
      [
        "recovered",
        "run: degraded → fresh",
        "source us-ooh: carried-forward → fresh",
        "decision us-ooh vanished-documents: waiting → settled",
        "decision us-ooh lost-figures: waiting → settled",
        "decision us-ooh jumping-values: waiting → settled",
      ],
    ]);
  });

  test.each([
    ["failed", "unreachable"],
    ["refused", "refused"],
    ["crashed", "crashed"],
  ] as const)("of a run that %s: that it is %s", (outcome, state) => {
    const [, told] = toldOn([good, { report: runReport({ outcome, sources: [] }) }]);
    expect(told).toEqual([state, `run: fresh → ${state}`]);
  });

  test("where the dataset gets too old while the publishers cannot be reached: that, too", () => {
    expect(toldOn([good, failed, { ...failed, status: STALE }, failed])).toEqual([
      null,
      ["unreachable", "run: fresh → unreachable"],
      ["stale", "dataset: fresh → stale"],
      ["recovered", "dataset: stale → fresh"],
    ]);
  });

  test("of a run that the operator stopped: nothing, and what was told before still holds", () => {
    const stopped = { report: runReport({ outcome: "interrupted", exit: 130, sources: [] }) };
    expect(toldOn([failed, stopped, failed])).toEqual([expect.anything(), null, null]);
  });

  test("of a decision whose source was not gone through: nothing, and it is not told again either", () => {
    const other = { report: runReport({ outcome: "degraded", sources: [sourceReport({ id: "uk-ncs" })] }) };
    expect(toldOn([{ report: DEGRADED }, other, { report: DEGRADED }])).toEqual([
      expect.anything(),
      null,
      null,
    ]);
  });

  test("where only a document of a source waits for a decision: that a decision is needed", () => {
    const waiting = { report: runReport({ quarantine: DEGRADED.quarantine }) };
    expect(toldOn([good, waiting])[1]).toEqual([
      "decision-needed",
      "decision us-ooh lost-figures: null → waiting",
      "decision us-ooh jumping-values: null → waiting",
    ]);
  });
});

describe("a message", () => {
  const changes = stateChanges([], standingsOf(DEGRADED, FRESH, []));
  const message = notificationMessage(DEGRADED, "/srv/data", changes);

  test("says in its text what changed, what to do and where the report is", () => {
    expect(message.text).toContain("• run: degraded.");
    expect(message.text).toMatch(/\n→ Nothing at once/);
    expect(message.text).toMatch(/\nReport: \/srv\/data\/runs\/20261123T021500Z-a1b2c3\.txt$/);
  });

  test("is bounded, however much has changed", () => {
    const many = Array.from({ length: 500 }, (_, index) => ({
      ...{ subject: `source s${index}`, from: "fresh", to: "absent", isGood: false },
      reason: "a long story ".repeat(500),
    }));
    const bounded = notificationMessage(DEGRADED, "/srv/data", many);
    expect(JSON.stringify(bounded).length).toBeLessThan(40_000);
    expect(bounded.text).toContain("• and 480 more: see the report");
  });
});
