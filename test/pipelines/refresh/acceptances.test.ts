import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { select } from "./facts-of-versions.ts";
import { ACTORS, CHEFS, type HostileSample, startHostileSample } from "./hostile-sample.ts";
import {
  copyOf,
  FOURTH_NIGHT,
  latestOf,
  publishedSample,
  readStoreJson,
  refreshIn,
  SECOND_NIGHT,
  THIRD_NIGHT,
} from "./refreshed-store.ts";

let published: Awaited<ReturnType<typeof publishedSample>>;
let sample: HostileSample;
let store: string;

beforeAll(async () => {
  published = await publishedSample();
}, 60_000);
afterAll(() => published.remove());
beforeEach(async () => {
  sample = await startHostileSample();
  store = copyOf(published.path);
});

const refresh = (now: string, ...argv: string[]) =>
  refreshIn(store, ["--mirror", sample.url, ...argv], { now });
const acceptances = () => readStoreJson(store, "latest", "manifest.json").acceptances;
const issues = (rule: string) =>
  select<{ severity: string; message: string }>(
    { store, version: latestOf(store) ?? "" },
    `SELECT severity, message FROM issue WHERE rule = '${rule}'`,
  );
const duties = () =>
  select(
    { store, version: latestOf(store) ?? "" },
    "SELECT text FROM duty WHERE occupation_id = 'us-ooh/actors' AND text = 'TBC'",
  );
const ACCEPT = ["--accept", "no-empty-text", "--reason", "they are working on it", "--by", "Ada"];

describe("a rule of the domain that a page breaks", () => {
  beforeEach(() => sample.edit(ACTORS, { "Learn the text by heart": "TBC" }));

  test("holds its source back, and the message tells how to accept it", async () => {
    const { exit, report } = await refresh(SECOND_NIGHT);
    expect(exit).toBe(3);
    expect(report.sources[0]).toMatchObject({ state: "carried-forward" });
    expect(report.message).toContain("us-ooh/actors: duty.text says nothing: “TBC”.");
    expect(report.message).toContain("occupations refresh --source us-ooh --accept no-empty-text");
    expect(duties()).toEqual([]);
  });

  test("is let pass by a person, and the version tells who, when, why and what", async () => {
    const { exit } = await refresh(SECOND_NIGHT, ...ACCEPT);
    expect(exit).toBe(0);
    expect(duties()).toHaveLength(1);
    expect(acceptances()).toEqual([
      {
        ...{ rule: "no-empty-text", reason: "they are working on it", source_id: "us-ooh" },
        ...{ accepted_at: "2026-11-21T02:15:00.000Z", accepted_by: "Ada" },
        let_pass: ["us-ooh/actors: duty.text says nothing: “TBC”."],
      },
    ]);
    expect(issues("no-empty-text")).toEqual([
      {
        severity: "warning",
        message: "duty.text says nothing: “TBC”. Let pass by Ada on 2026-11-21: they are working on it",
      },
    ]);
  });

  test("is let pass on the next nights, and another page is not", async () => {
    await refresh(SECOND_NIGHT, ...ACCEPT);
    sample.edit(CHEFS, { "24,400": "24,500" });
    expect(await refresh(THIRD_NIGHT)).toMatchObject({ exit: 0, report: { outcome: "published" } });
    expect(acceptances()).toHaveLength(1);
    sample.edit(ACTORS, { TBC: "—" });
    const { report } = await refresh(FOURTH_NIGHT);
    expect(report.message).toContain("“—”");
    expect(report.sources[0]).toMatchObject({ state: "carried-forward" });
  });

  test("is dropped when the page is mended, and that is told once", async () => {
    await refresh(SECOND_NIGHT, ...ACCEPT);
    sample.restore();
    const { exit, report } = await refresh(THIRD_NIGHT);
    expect(exit).toBe(0);
    expect(report.message).toContain("What was accepted of no-empty-text (us-ooh) no longer occurs");
    expect(issues("acceptance-outdated")).toHaveLength(1);
    expect(acceptances()).toEqual([]);
    expect((await refresh(FOURTH_NIGHT)).report).toMatchObject({
      outcome: "unchanged",
      message: "Nothing has changed.",
    });
  });
});

test("an acceptance that is not needed is told, and changes nothing", async () => {
  const { exit, report } = await refresh(SECOND_NIGHT, ...ACCEPT);
  expect(exit).toBe(0);
  expect(report.message).toContain("--accept no-empty-text: it holds nothing back, so nothing was accepted.");
});

test("an acceptance of several rules is one of each", async () => {
  sample.edit(ACTORS, { "Learn the text by heart": "TBC" });
  sample.edit(CHEFS, { "24,400": "42,400" });
  const words = ["--accept", "no-empty-text", "jumping-values", "--reason", "both are right", "--by", "Ada"];
  expect((await refresh(SECOND_NIGHT, ...words)).exit).toBe(0);
  expect(acceptances()).toEqual([
    expect.objectContaining({ rule: "jumping-values" }),
    expect.objectContaining({ rule: "no-empty-text" }),
  ]);
});
