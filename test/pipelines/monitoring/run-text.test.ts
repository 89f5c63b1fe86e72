import { describe, expect, test } from "vitest";
import { decisionsIn } from "../../../pipelines/monitoring/decisions.ts";
import { runText } from "../../../pipelines/monitoring/run-text.ts";
import { DEGRADED, runReport } from "./run-report.ts";

/** Lines as one, so that where they break is no matter. */
const wordsOf = (text: string) => text.replaceAll(/\s+/g, " ");

describe("the report for people", () => {
  test("of a quiet night says at once that all is well, and that nothing is to be done", () => {
    const text = runText(runReport(), "/srv/data");
    expect(text).toMatch(/^occupations UNCHANGED: all is well\n/);
    expect(wordsOf(text)).toContain("What to do ────────── - Nothing.");
    expect(text).toContain("2026-11-23T02:15:00Z to 2026-11-23T02:45:30Z (30 minutes), exit 0");
    expect(text).toContain("20261122T021500Z-1a2b3c4d (as before this run)");
    expect(text).toMatch(/www\.bls\.gov +341 +120\.0 kB +2/);
    expect(text).not.toContain("Not renewed");
  });

  test("of a degraded night tells what was not renewed, why, and which commands let it pass", () => {
    const text = wordsOf(runText(DEGRADED, "/srv/data"));
    expect(text).toContain("us-ooh (carried-forward) - 3 documents of us-ooh are no longer listed");
    expect(text).toContain("us-ooh, since 2026-11-20: https://www.bls.gov/ooh/b.htm: the whole document");
    for (const rule of ["vanished-documents", "lost-figures", "jumping-values"])
      expect(text).toContain(`\`occupations refresh --source us-ooh --accept ${rule} --reason "…"\``);
  });

  test("of a run that was killed says so, without an end and without an exit code", () => {
    const killed = runReport({ outcome: "crashed", exit: null, finished_at: null, sources: [], hosts: {} });
    const text = runText(killed, "/srv/data");
    expect(text).toContain("2026-11-23T02:15:00Z, not ended\n");
    expect(wordsOf(text)).toContain("Run `occupations doctor`");
  });

  test("tells which host was not asked any more", () => {
    const hosts = { "www.bls.gov": { requests: 1, bytes: 0, retries: 0, parked: "It answered 403." } };
    const text = runText(runReport({ outcome: "failed", hosts }), "/srv/data");
    expect(text).toContain("- www.bls.gov was not asked any more: It answered 403.");
  });

  test("fits a terminal of a hundred columns", () => {
    const widths = runText(DEGRADED, "/srv/data")
      .split("\n")
      .map((line) => line.length);
    expect(Math.max(...widths)).toBeLessThanOrEqual(102);
  });
});

describe("decisions that wait for a person", () => {
  test("are the rules that messages name, each once a source", () => {
    const told = decisionsIn(DEGRADED).map(({ source, rule }) => `${source} ${rule}`);
    expect(told).toEqual(["us-ooh vanished-documents", "us-ooh lost-figures", "us-ooh jumping-values"]);
  });

  test("are found in the message of a refused run as well", () => {
    const message = 'A count fell. To let it pass: --accept falling-counts --reason "…".';
    expect(decisionsIn(runReport({ outcome: "refused", message }))).toEqual([
      { source: null, rule: "falling-counts", reason: message },
    ]);
  });

  test("are none where a message names what is no rule, or what nothing is held back by", () => {
    for (const message of [
      'Run it with --accept rule-of-thumb --reason "…".',
      "--accept lost-text: it holds nothing back, so nothing was accepted.",
    ])
      expect(decisionsIn(runReport({ message }))).toEqual([]);
  });
});
