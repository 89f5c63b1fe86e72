import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { factsOnlyIn, sayTheSame, select } from "./facts-of-versions.ts";
import {
  ACTORS,
  addressOf,
  type HostileSample,
  INDEX,
  PROFILES,
  startHostileSample,
} from "./hostile-sample.ts";
import {
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

const refresh = (now: string, ...argv: string[]) =>
  refreshIn(store, ["--mirror", sample.url, ...argv], { now });
const now = () => ({ store, version: latestOf(store) ?? "" });
/** The publisher takes the actors from the index; the page itself stays. */
const removeActors = () => sample.drop(INDEX, /^.*\/actors\.htm.*$/gm);
const ACCEPT = [
  "--accept",
  "vanished-documents",
  "--reason",
  "BLS removed the page in November 2026",
  "--by",
  "the operator",
];

describe("a profile that the index no longer lists", () => {
  test("is held back, and named", async () => {
    removeActors();
    const { exit, report } = await refresh(SECOND_NIGHT);
    expect(exit).toBe(3);
    expect(report.sources[0]).toMatchObject({ state: "carried-forward" });
    expect(report.message).toContain("1 documents of us-ooh are no longer listed");
    expect(report.message).toContain(addressOf(ACTORS));
    expect(report.message).toContain("--accept vanished-documents");
    expect(sayTheSame({ store, version: published.version }, now())).toBe(true);
  });

  test("is held back every night, and published about once", async () => {
    removeActors();
    await refresh(SECOND_NIGHT);
    const versions = versionsIn(store);
    expect(await refresh(THIRD_NIGHT)).toMatchObject({ exit: 3, report: { is_new: false } });
    expect(versionsIn(store)).toEqual(versions);
  });

  test("goes when a person accepts it, and the version says who let it go and why", async () => {
    removeActors();
    await refresh(SECOND_NIGHT);
    const { exit, report } = await refresh(THIRD_NIGHT, ...ACCEPT);
    expect(exit).toBe(0);
    expect(report).toMatchObject({ outcome: "published", sources: [{ state: "fresh" }] });
    expect(select(now(), "SELECT id FROM occupation WHERE scheme = 'us-ooh'")).toHaveLength(PROFILES - 1);
    expect(factsOnlyIn({ store, version: published.version }, now()).occupation).toContainEqual(
      expect.objectContaining({ id: "us-ooh/actors" }),
    );
    expect(readStoreJson(store, "latest", "manifest.json").acceptances).toEqual([
      {
        rule: "vanished-documents",
        reason: "BLS removed the page in November 2026",
        accepted_at: "2026-11-22T02:15:00.000Z",
        accepted_by: "the operator",
        source_id: "us-ooh",
        let_pass: [`${addressOf(ACTORS)} is no longer listed`],
      },
    ]);
  });

  test("needs to be accepted once only", async () => {
    removeActors();
    await refresh(SECOND_NIGHT, ...ACCEPT);
    expect(await refresh(THIRD_NIGHT)).toMatchObject({ exit: 0, report: { outcome: "unchanged" } });
  });

  test("comes back without anybody's leave", async () => {
    removeActors();
    await refresh(SECOND_NIGHT);
    sample.restore();
    const { exit } = await refresh(THIRD_NIGHT);
    expect(exit).toBe(0);
    expect(sayTheSame({ store, version: published.version }, now())).toBe(true);
  });

  test("and comes back after it was accepted is a new one", async () => {
    removeActors();
    await refresh(SECOND_NIGHT, ...ACCEPT);
    sample.restore();
    expect(await refresh(THIRD_NIGHT)).toMatchObject({ exit: 0, report: { outcome: "published" } });
    expect(sayTheSame({ store, version: published.version }, now())).toBe(true);
  });
});

describe("--accept", () => {
  test("without a reason, or a reason without it, is wrong usage", async () => {
    for (const words of [
      ["--accept", "vanished-documents"],
      ["--reason", "because"],
      ["--accept", "vanished-documents", "--reason", " "],
    ]) {
      const { exit, error } = await refresh(SECOND_NIGHT, ...words);
      expect(exit).toBe(2);
      expect(error.message).toContain("Give both");
    }
    expect(sample.asked()).toEqual([]);
  });

  test("of a rule that does not exist is wrong usage, and the rules are named", async () => {
    const { exit, error } = await refresh(SECOND_NIGHT, "--accept", "anything", "--reason", "because");
    expect(exit).toBe(2);
    expect(error.message).toContain('no rule "anything"');
    expect(error.message).toContain("vanished-documents");
  });
});
