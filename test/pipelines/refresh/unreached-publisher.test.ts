import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { runIn } from "../run-in.ts";
import { sayTheSame } from "./facts-of-versions.ts";
import {
  ACTORS,
  addressOf,
  CHEFS,
  type HostileSample,
  INDEX,
  PROFILES,
  ROBOTS,
  startHostileSample,
} from "./hostile-sample.ts";
import {
  answers,
  blockPage,
  claimsUnmodified,
  cutShort,
  redirectsTo,
  softNotFound,
} from "./misbehaviours.ts";
import {
  bytesOf,
  copyOf,
  latestOf,
  newStore,
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

/** What was published is there, byte for byte, and `latest` names it. */
function expectNothingPublished(before: ReturnType<typeof bytesOf>) {
  expect(versionsIn(store)).toEqual([published.version]);
  expect(latestOf(store)).toBe(published.version);
  expect(bytesOf(store, published.version)).toEqual(before);
  expect(readStoreJson(store, "latest.json")).toMatchObject({ checked_at: "2026-11-20T02:15:00.000Z" });
}

describe("a publisher who cannot be reached", () => {
  test.each([
    ["index is gone", INDEX, answers(404), "is not there (status 404)"],
    ["index is a soft 404", INDEX, softNotFound, "Page Not Found"],
    ["index leads elsewhere", INDEX, redirectsTo("https://www.bls.gov/ooh/"), "is another document"],
    ["index is a block page", INDEX, blockPage(200), "turns this program away"],
    ["robots.txt is refused", ROBOTS, blockPage(403), "turns this program away"],
    ["robots.txt leads away", ROBOTS, redirectsTo("https://www.bls.gov/"), "robots.txt could not be read"],
  ])("because the %s leaves everything as it is, with exit 6", async (_, page, misbehaviour, words) => {
    const before = bytesOf(store, published.version);
    sample.misbehave(page, misbehaviour);
    const { exit, report } = await refresh();
    expect(exit).toBe(6);
    expect(report).toMatchObject({ outcome: "failed", version: published.version, is_new: false });
    expect(report.message).toContain(words);
    expect(readStoreJson(store, "runs", `${report.run}.json`)).toEqual(report);
    expectNothingPublished(before);
  });

  test("and who answers again is gone through as if nothing had been", async () => {
    sample.misbehave(INDEX, answers(404));
    await refresh();
    sample.restore();
    expect(await refresh(THIRD_NIGHT)).toMatchObject({ exit: 0, report: { outcome: "unchanged" } });
  });

  test("makes `status` unhappy until he is reached", async () => {
    sample.misbehave(INDEX, answers(404));
    await refresh();
    expect(await runIn(store, ["status"], { now: SECOND_NIGHT })).toMatchObject({
      exit: 3,
      json: { last_run: { outcome: "failed" } },
    });
    sample.restore();
    await refresh(THIRD_NIGHT);
    expect((await runIn(store, ["status"], { now: THIRD_NIGHT })).exit).toBe(0);
  });
});

describe("a mirror that is not one", () => {
  test("but answers everything with 404 is told by the address that was asked", async () => {
    const server = createServer((_, response) => response.writeHead(404).end());
    await new Promise<void>((resolve) => {
      server.listen(0, "127.0.0.1", resolve);
    });
    const mirror = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const { exit, report } = await refreshIn(newStore(), ["--mirror", mirror]);
    server.close();
    expect(exit).toBe(6);
    expect(report.message).toContain(addressOf(INDEX));
  });
});

describe("pages that fail on a later night", () => {
  test.each([
    ["gone", answers(404)],
    ["a soft 404", softNotFound],
    ["answered with a strange status", answers(451)],
    ["another document", redirectsTo("https://www.bls.gov/oes/tables.htm")],
    ["the home page of its group", redirectsTo("https://www.bls.gov/ooh/healthcare/home.htm")],
    ["empty", answers(200)],
  ])("because one is %s leave the last good facts in place", async (_, misbehaviour) => {
    sample.misbehave(ACTORS, misbehaviour);
    const { exit, report } = await refresh();
    expect(exit).toBe(3);
    expect(report.sources[0]).toMatchObject({ state: "carried-forward", failed: 1 });
    expect(report.message).toContain(`1 of ${PROFILES} documents of us-ooh could not be renewed`);
    expect(report.message).toContain(addressOf(ACTORS));
    expect(sayTheSame({ store, version: published.version }, { store, version: latestOf(store) ?? "" })).toBe(
      true,
    );
  });

  test("because one is cut off twice leave the last good facts in place", async () => {
    sample.edit(ACTORS, { "<!--QF-->": "<!-- -->" });
    sample.misbehave(ACTORS, cutShort);
    const { exit } = await refresh();
    expect(exit).toBe(3);
    expect(sample.askedFor(ACTORS)).toHaveLength(2);
    expect(latestOf(store)).not.toBe(published.version);
  });

  test("are fresh again on the night after, with one more version", async () => {
    sample.misbehave(ACTORS, answers(451));
    await refresh();
    sample.restore();
    const { exit, report } = await refresh(THIRD_NIGHT);
    expect(exit).toBe(0);
    expect(report.outcome).toBe("published");
    expect(report.changes?.summary.filter(({ table }) => table !== "issue" && table !== "source")).toEqual(
      [],
    );
    expect(versionsIn(store)).toHaveLength(3);
  });

  test("in another way than the night before publish nothing new", async () => {
    sample.misbehave(ACTORS, answers(451));
    await refresh();
    sample.misbehave(ACTORS, softNotFound);
    const { exit, report } = await refresh(THIRD_NIGHT);
    expect(exit).toBe(3);
    expect(report.is_new).toBe(false);
    expect(versionsIn(store)).toHaveLength(2);
  });

  test("together with an interrupted round are still failing when it is gone on with", async () => {
    sample.misbehave(ACTORS, answers(404));
    sample.misbehave(CHEFS, answers(451));
    await refresh();
    sample.restore(CHEFS);
    const { exit, report } = await refresh("2026-11-21T08:00:00Z");
    expect(exit).toBe(3);
    expect(report.sources[0]).toMatchObject({ state: "carried-forward" });
  });

  test("still fail in a run that leaves them out", async () => {
    sample.misbehave(ACTORS, answers(404));
    await refresh();
    const { exit, report } = await refreshIn(
      store,
      ["--mirror", sample.url, "--only", "chefs-and-head-cooks"],
      {
        now: THIRD_NIGHT,
      },
    );
    expect(exit).toBe(3);
    expect(report).toMatchObject({ is_new: false, sources: [{ state: "carried-forward" }] });
  });

  test("because all are blocked keep the facts, and nobody is asked any more", async () => {
    sample.misbehave(INDEX, claimsUnmodified);
    for (const { page } of sample.asked()) sample.misbehave(page, blockPage(403));
    sample.misbehave(ACTORS, blockPage(403));
    sample.misbehave(CHEFS, blockPage(403));
    const { exit, report } = await refresh();
    expect(exit).toBe(3);
    expect(report.sources[0]).toMatchObject({ state: "carried-forward" });
    expect(sample.askedFor(ACTORS)).toHaveLength(1);
    expect(sample.askedFor(CHEFS).length).toBeLessThanOrEqual(1);
  });
});
