import { Cron } from "croner";
import { describe, expect, test } from "vitest";
import { SOURCES } from "../../pipelines/registry.ts";
import { dueOf } from "../../pipelines/schedule/due.ts";
import { usOoh } from "../../sources/us-ooh/source.ts";

const asked = SOURCES.map(({ source }) => source).filter(({ retired }) => retired === undefined);
const ROUND_MILLISECONDS = 20 * 60_000;
const later = new Date("2040-01-01T00:00:00Z");

/** The instants at which a source is asked from then on, if each round takes twenty minutes. */
function instants(id: string, from: string, until: string): string[] {
  const schedule = SOURCES.find(({ source }) => source.id === id)?.source.schedule;
  if (schedule === undefined) throw new Error(`${id} has no schedule.`);
  const found: string[] = [];
  let finishedAt = from;
  for (;;) {
    const startedAt = new Date(Date.parse(finishedAt) - ROUND_MILLISECONDS).toISOString();
    const round = { startedAt, finishedAt, triedAt: undefined };
    const { at } = dueOf(schedule, { round, isTroubled: false }, later);
    if (at.toISOString() > until) return found;
    found.push(at.toISOString().slice(0, 16));
    finishedAt = new Date(at.getTime() + ROUND_MILLISECONDS).toISOString();
  }
}

describe("the schedule of", () => {
  test.each(asked)("$id is one that comes again and again, in a time zone that there is", ({ schedule }) => {
    expect(schedule).toBeDefined();
    if (schedule === undefined) return;
    for (const { at } of [schedule.usual, ...schedule.seasons]) {
      const expression = new Cron(at, { timezone: schedule.timeZone, paused: true, mode: "5-part" });
      expect(expression.nextRuns(3, new Date("2026-11-20T00:00:00Z"))).toHaveLength(3);
    }
    expect(schedule.usual.minimumHours).toBeGreaterThan(schedule.hoursAfterTrouble);
  });
});

test("a retired source has none", () => {
  const retired = SOURCES.filter(({ source }) => source.retired !== undefined);
  expect(retired.map(({ source }) => source.schedule)).toEqual([undefined]);
});

// What the publishers did: UTC of 10:00 in Washington, 9:30 in London.
test.each([
  ["us-ooh", "2025-08-28T14:00"],
  ["us-ooh-xml", "2026-08-27T14:00"],
  ["us-projections", "2026-08-27T14:00"],
  ["us-oews", "2025-04-02T14:00"],
  ["us-oews", "2026-05-15T14:00"],
  ["uk-ashe", "2025-10-23T08:30"],
])("%s is asked within half an hour of what came out on %s", (id, published) => {
  const [day] = published.split("T");
  const [first = ""] = instants(id, `${day}T05:00:00Z`, `${day}T23:59:00Z`).filter(
    (time) => time > published,
  );
  expect(Date.parse(`${first}Z`) - Date.parse(`${published}Z`)).toBeLessThanOrEqual(30 * 60_000);
});

test("on its busiest day the handbook's host is asked no more often than it allows", () => {
  const rounds = instants("us-ooh", "2026-08-26T08:50:00Z", "2026-08-28T04:00:00Z");
  expect(rounds).toHaveLength(4);
  const [host] = usOoh.hosts;
  expect(rounds.length * 380).toBeLessThan(host?.requestsPerDay ?? 0);
});
