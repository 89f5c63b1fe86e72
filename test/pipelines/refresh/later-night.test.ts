import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { factsOnlyIn, sayTheSame, select, selectIn } from "./facts-of-versions.ts";
import {
  ACTORS,
  addressOf,
  CHEFS,
  DOCUMENTS_OF_A_ROUND,
  type HostileSample,
  NURSES,
  PROFILES,
  ROBOTS,
  startHostileSample,
} from "./hostile-sample.ts";
import { claimsUnmodified, newEtagEveryTime, underTheOldEtag } from "./misbehaviours.ts";
import {
  bytesOf,
  copyOf,
  latestOf,
  publishedSample,
  readStoreJson,
  refreshIn,
  SECOND_NIGHT,
  THIRD_NIGHT,
  versionsIn,
} from "./refreshed-store.ts";

let published: Awaited<ReturnType<typeof publishedSample>>;
let sample: HostileSample;
let store: string;

beforeAll(async () => {
  published = await publishedSample();
});
afterAll(() => published.remove());
beforeEach(async () => {
  sample = await startHostileSample();
  store = copyOf(published.path);
});

const refresh = (now = SECOND_NIGHT) => refreshIn(store, ["--mirror", sample.url], { now });

describe("a night on which nothing has changed", () => {
  test("parses nothing, publishes nothing and leaves every byte as it is", async () => {
    const before = bytesOf(store, published.version);
    const { exit, report } = await refresh();
    expect(exit).toBe(0);
    expect(report).toMatchObject({ outcome: "unchanged", version: published.version, is_new: false });
    const { version } = published;
    expect(report.changes).toEqual({ from: version, to: version, summary: [], moved: [] });
    expect(report.sources[0]).toMatchObject({ fetched: 0, unchanged: PROFILES + 1, parsed: 0, failed: 0 });
    expect(versionsIn(store)).toEqual([published.version]);
    expect(bytesOf(store, published.version)).toEqual(before);
    expect(readStoreJson(store, "latest.json")).toMatchObject({
      id: published.version,
      checked_at: "2026-11-21T02:15:00.000Z",
    });
  });

  test("asks with the validators of the night before, also for robots.txt", async () => {
    await refresh();
    sample.forget();
    const { report } = await refresh(THIRD_NIGHT);
    expect(sample.asked()).toHaveLength(DOCUMENTS_OF_A_ROUND);
    expect(sample.asked().filter(({ etag, status }) => etag === undefined || status !== 304)).toEqual([]);
    expect(sample.askedFor(ROBOTS)).toHaveLength(1);
    expect(report.hosts["www.bls.gov"]).toMatchObject({ requests: DOCUMENTS_OF_A_ROUND, bytes: 0 });
  });

  test("needs no validators to notice: the same bytes are the same page", async () => {
    for (const page of [ACTORS, CHEFS, NURSES]) sample.misbehave(page, newEtagEveryTime());
    for (const now of [SECOND_NIGHT, THIRD_NIGHT]) {
      const { exit, report } = await refresh(now);
      expect(exit).toBe(0);
      expect(report.sources[0]).toMatchObject({ fetched: 0, unchanged: PROFILES + 1, parsed: 0 });
    }
    expect(sample.askedFor(ACTORS).map(({ etag }) => etag)).toEqual([expect.any(String), '"1-changed"']);
    expect(versionsIn(store)).toEqual([published.version]);
  });
});

describe("a page that has changed", () => {
  const BEFORE = "<li>Learn the text by heart</li>";
  const AFTER = "<li>Learn the words by heart</li>";

  test("is the only one that is parsed, and nothing but its facts differ in the new version", async () => {
    sample.edit(ACTORS, { [BEFORE]: AFTER });
    const { exit, report } = await refresh();
    expect(exit).toBe(0);
    expect(report).toMatchObject({ outcome: "published", is_new: true });
    expect(report.sources[0]).toMatchObject({ fetched: 1, unchanged: PROFILES, parsed: 1 });

    const then = { store, version: published.version };
    const now = { store, version: latestOf(store) ?? "" };
    const row = (text: string) => [
      expect.objectContaining({ occupation_id: "us-ooh/actors", text: expect.stringContaining(text) }),
    ];
    expect(factsOnlyIn(now, then)).toEqual({
      duty: row("Learn the words by heart"),
      section: row("- Learn the words by heart"),
    });
    expect(factsOnlyIn(then, now)).toEqual({
      duty: row("Learn the text by heart"),
      section: row("- Learn the text by heart"),
    });
    expect(report.changes).toMatchObject({
      ...{ from: published.version, to: report.version },
      summary: [
        { source_id: "us-ooh", causes: ["correction"], table: "duty", added: 0, removed: 0, changed: 1 },
        { source_id: "us-ooh", causes: ["correction"], table: "section", added: 0, removed: 0, changed: 1 },
      ],
    });
    expect(versionsIn(store)).toHaveLength(2);
    expect(select(now, "SELECT previous_version FROM dataset")).toEqual([
      { previous_version: published.version },
    ]);
    expect(readStoreJson(store, "index.json")).toMatchObject({
      versions: [{ id: published.version }, { id: now.version, previous_version: published.version }],
    });
  });

  test("is not fetched or parsed again on the next night", async () => {
    sample.edit(ACTORS, { [BEFORE]: AFTER });
    await refresh();
    const { report } = await refresh(THIRD_NIGHT);
    expect(report).toMatchObject({ outcome: "unchanged" });
    expect(report.sources[0]).toMatchObject({ fetched: 0, parsed: 0 });
  });

  test("in its mark-up only is parsed, archived, and gives no new version", async () => {
    sample.edit(ACTORS, { "<!--QF-->": "<!-- another template -->" });
    const { exit, report } = await refresh();
    expect(exit).toBe(0);
    expect(report).toMatchObject({ outcome: "unchanged", version: published.version });
    expect(report.sources[0]).toMatchObject({ fetched: 1, parsed: 1 });
    expect(versionsIn(store)).toEqual([published.version]);
    expect(
      selectIn(store, "archive", `SELECT 1 FROM capture WHERE url = '${addressOf(ACTORS)}'`),
    ).toHaveLength(2);
    sample.forget();
    expect((await refresh(THIRD_NIGHT)).report.sources[0]).toMatchObject({ fetched: 0, parsed: 0 });
  });

  test("and changes back is published again as it was", async () => {
    sample.edit(ACTORS, { [BEFORE]: AFTER });
    await refresh();
    sample.restore();
    const { report } = await refresh(THIRD_NIGHT);
    expect(report).toMatchObject({ outcome: "published" });
    // Its old bytes were parsed before.
    expect(report.sources[0]).toMatchObject({ fetched: 1 });
    const versions = versionsIn(store);
    expect(versions).toHaveLength(3);
    expect(sayTheSame({ store, version: versions[0] ?? "" }, { store, version: versions[2] ?? "" })).toBe(
      true,
    );
  });
});

describe("a publisher whose validators lie", () => {
  test("and who says “not modified” of everything changes nothing", async () => {
    sample.misbehave(ACTORS, claimsUnmodified);
    expect(await refresh()).toMatchObject({ exit: 0, report: { outcome: "unchanged" } });
  });

  test("and who sends another page under the old validator is caught when the whole page comes", async () => {
    sample.edit(ACTORS, { "<!--QF-->": "<!-- -->" });
    await refresh();
    sample.misbehave(ACTORS, underTheOldEtag("$23.33     per hour", "$2.333     per hour"));
    expect(await refresh(THIRD_NIGHT)).toMatchObject({ exit: 0, report: { outcome: "unchanged" } });
    expect(latestOf(store)).toBe(published.version);
  });
});
