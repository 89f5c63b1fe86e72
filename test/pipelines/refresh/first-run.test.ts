import { beforeEach, describe, expect, test } from "vitest";
import { verifyVersion } from "../../../pipelines/publish/verify.ts";
import { select } from "./facts-of-versions.ts";
import {
  ACTORS,
  addressOf,
  CHEFS,
  DOCUMENTS_OF_A_ROUND,
  type HostileSample,
  INDEX,
  NURSES,
  PROFILES,
  ROBOTS,
  startHostileSample,
} from "./hostile-sample.ts";
import { answers, blockPage, cutGzip, forTheFirst, redirectsTo, softNotFound } from "./misbehaviours.ts";
import {
  FIRST_MORNING,
  FIRST_NIGHT,
  latestOf,
  newStore,
  readStoreJson,
  refreshIn,
  versionsIn,
} from "./refreshed-store.ts";

let sample: HostileSample;
let store: string;

beforeEach(async () => {
  sample = await startHostileSample();
  store = newStore();
});

const refresh = (now = FIRST_NIGHT) => refreshIn(store, ["--mirror", sample.url], { now });

describe("a first run", () => {
  test("publishes every profile that the index lists", async () => {
    const { exit, report } = await refresh();
    const version = latestOf(store) ?? "";
    expect(exit).toBe(0);
    expect(select({ store, version }, "SELECT id FROM occupation WHERE scheme = 'us-ooh'")).toHaveLength(
      PROFILES,
    );
    expect(await verifyVersion(`${store}/versions/${version}`)).toEqual([]);
    expect(report.sources).toEqual([
      expect.objectContaining({
        ...{ id: "us-ooh", state: "fresh", requests: DOCUMENTS_OF_A_ROUND, fetched: PROFILES + 1 },
        ...{ unchanged: 0, failed: 0, parsed: PROFILES + 1, facts: expect.any(Number) },
      }),
    ]);
    expect(report).toMatchObject({ run: expect.any(String), outcome: "published", issues: { error: 0 } });
  });

  test("says the same in its report, the link, latest.json and index.json", async () => {
    const { report } = await refresh();
    const version = latestOf(store);
    expect(readStoreJson(store, "runs", `${report.run}.json`)).toEqual(report);
    expect(report.version).toBe(version);
    expect(readStoreJson(store, "latest.json")).toMatchObject({
      id: version,
      path: `versions/${version}`,
      checked_at: "2026-11-20T02:15:00.000Z",
    });
    expect(readStoreJson(store, "index.json")).toMatchObject({
      versions: [{ id: version, previous_version: null }],
    });
    expect(readStoreJson(store, "latest", "manifest.json")).toMatchObject({
      id: version,
      previous_version: null,
      sources: [{ id: "us-ooh", edition: "2024-34", state: "fresh" }],
    });
  });

  test("does not ask for one document twice", async () => {
    await refresh();
    const pages = sample.asked().map(({ page }) => page);
    expect(pages.slice(0, 2)).toEqual([ROBOTS, INDEX]);
    expect(new Set(pages).size).toBe(pages.length);
  });

  test("publishes nothing where pages are missing, and then asks for these only", async () => {
    sample.misbehave(ACTORS, answers(451));
    sample.misbehave(CHEFS, answers(451));
    const first = await refresh();
    expect(first).toMatchObject({ exit: 4, report: { outcome: "refused", version: null } });
    expect(first.report.message).toContain("2 of 12 documents of us-ooh could not be fetched");
    expect(first.report.message).toContain(addressOf(ACTORS));
    expect(versionsIn(store)).toEqual([]);

    sample.restore();
    sample.forget();
    const second = await refresh(FIRST_MORNING);
    expect(second).toMatchObject({ exit: 0, report: { outcome: "published" } });
    expect(sample.delivered().toSorted()).toEqual([ACTORS, CHEFS].toSorted());
    expect(sample.asked().map(({ page }) => page)).not.toContain(NURSES);
    expect(second.report.sources[0]).toMatchObject({ fetched: 2, resumed: PROFILES - 1, parsed: 2 });
  });

  test("publishes nothing where a page is gone, also when it goes on after other trouble", async () => {
    sample.misbehave(ACTORS, answers(404));
    sample.misbehave(CHEFS, answers(451));
    await refresh();
    sample.restore(CHEFS);
    const second = await refresh(FIRST_MORNING);
    expect(second).toMatchObject({ exit: 4, report: { outcome: "refused" } });
    expect(second.report.message).toContain(addressOf(ACTORS));
    expect(versionsIn(store)).toEqual([]);
  });

  test("asks once more for a page that is cut off, and takes the whole one", async () => {
    sample.misbehave(NURSES, forTheFirst(1, cutGzip));
    const { exit, report } = await refresh();
    expect(exit).toBe(0);
    expect(report.hosts["www.bls.gov"]).toMatchObject({ retries: 1 });
    expect(sample.askedFor(NURSES)).toHaveLength(2);
  });

  test("waits as long as Retry-After says, and goes on", async () => {
    sample.misbehave(NURSES, forTheFirst(1, answers(429, { "retry-after": "0" })));
    const { exit } = await refresh();
    expect(exit).toBe(0);
    expect(sample.askedFor(NURSES)).toHaveLength(2);
  });

  test.each([
    ["gone", answers(404)],
    ["a soft 404", softNotFound],
    ["led away to another page", redirectsTo("https://www.bls.gov/oes/tables.htm")],
    ["led away to another profile", redirectsTo(addressOf(NURSES))],
  ])("publishes nothing where a page is %s", async (_, misbehaviour) => {
    sample.misbehave(ACTORS, misbehaviour);
    const { exit, report } = await refresh();
    expect(exit).toBe(4);
    expect(report.message).toContain(addressOf(ACTORS));
    expect(versionsIn(store)).toEqual([]);
  });

  test("without an index reaches nobody", async () => {
    sample.misbehave(INDEX, answers(404));
    const { exit, report } = await refresh();
    expect(exit).toBe(6);
    expect(report).toMatchObject({ outcome: "failed", version: null });
    expect(report.message).toContain(`${addressOf(INDEX)} is not there (status 404)`);
    expect(sample.asked().map(({ page }) => page)).toEqual([ROBOTS, INDEX]);
  });

  test.each([
    ["robots.txt", ROBOTS, 403, 1],
    ["robots.txt", ROBOTS, 200, 1],
    ["the index", INDEX, 403, 2],
    ["the index", INDEX, 200, 2],
  ] as const)("stops at once where %s is a block page (%s, status %i)", async (_, page, status, requests) => {
    sample.misbehave(page, blockPage(status));
    const { exit, report } = await refresh();
    expect(exit).toBe(6);
    expect(sample.asked()).toHaveLength(requests);
    expect(report.message).toContain("www.bls.gov turns this program away");
    expect(report.message).toContain("give a mailbox with --contact");
    expect(versionsIn(store)).toEqual([]);
  });

  test.each([403, 200] as const)(
    "asks for nothing more after a page was blocked (status %i)",
    async (status) => {
      sample.misbehave(ACTORS, blockPage(status));
      const { exit, report } = await refresh();
      expect(exit).toBe(4);
      // Through a mirror eight may be under way.
      expect(sample.asked().length).toBeLessThanOrEqual(2 + 8 + 8);
      expect(sample.askedFor(ACTORS)).toHaveLength(1);
      expect(report.hosts["www.bls.gov"]?.parked).toContain(addressOf(ACTORS));

      sample.restore();
      sample.forget();
      expect(await refresh(FIRST_MORNING)).toMatchObject({ exit: 0 });
      expect(sample.delivered()).toContain(ACTORS);
    },
  );
});
