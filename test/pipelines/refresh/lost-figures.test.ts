import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { sayTheSame, select } from "./facts-of-versions.ts";
import { addressOf, CHEFS, type HostileSample, startHostileSample } from "./hostile-sample.ts";
import {
  copyOf,
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
});
afterAll(() => published.remove());
beforeEach(async () => {
  sample = await startHostileSample();
  store = copyOf(published.path);
  // The last row of the wages by industry: nothing else on the page tells that it was there.
  sample.drop(
    CHEFS,
    /<tr[^>]*>(?:(?!<\/tr>)[\s\S])*<\/tr>(?=\s*<\/tbody>\s*<\/table>(?![\s\S]*?ooh-tab-table))/,
  );
});

const refresh = (now: string, ...argv: string[]) =>
  refreshIn(store, ["--mirror", sample.url, ...argv], { now });
const wagesOfChefs = () =>
  select<{ wages: number }>(
    { store, version: latestOf(store) ?? "" },
    "SELECT count(*) AS wages FROM wage WHERE occupation_id = 'us-ooh/chefs-and-head-cooks'",
  )[0]?.wages ?? 0;

describe("a page that lost a figure without a new edition", () => {
  test("is held back, and the reason tells which figures and how to accept their loss", async () => {
    const before = wagesOfChefs();
    const { exit, report } = await refresh(SECOND_NIGHT);
    expect(exit).toBe(3);
    expect(report.message).toContain(addressOf(CHEFS));
    expect(report.message).toContain(
      "the wage of us-ooh/chefs-and-head-cooks, US, us-ooh/Healthcare and social assistance, median, year, 2024-05 is gone",
    );
    expect(report.message).toContain("--accept lost-figures");
    expect(wagesOfChefs()).toBe(before);
    expect(
      sayTheSame(
        { store, version: latestOf(store) ?? "" },
        { store: published.path, version: published.version },
      ),
    ).toBe(true);
  });

  test("is published once a person accepts it, and the version tells why", async () => {
    const before = wagesOfChefs();
    await refresh(SECOND_NIGHT);
    const { exit, report } = await refresh(
      THIRD_NIGHT,
      "--accept",
      "lost-figures",
      "--reason",
      "taken back by the publisher",
      "--by",
      "the operator",
    );
    expect(exit).toBe(0);
    expect(report.is_new).toBe(true);
    expect(wagesOfChefs()).toBe(before - 1);
    expect(readStoreJson(store, "latest", "manifest.json").acceptances).toEqual([
      {
        ...{ rule: "lost-figures", source_id: "us-ooh", reason: "taken back by the publisher" },
        ...{ accepted_at: "2026-11-22T02:15:00.000Z", accepted_by: "the operator" },
        let_pass: [expect.stringMatching(/chefs-and-head-cooks\.htm: the wage of .* is gone$/)],
      },
    ]);
  });
});
