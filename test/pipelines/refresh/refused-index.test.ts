import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { sayTheSame, selectIn } from "./facts-of-versions.ts";
import {
  ACTORS,
  addressOf,
  DOCUMENTS_OF_A_ROUND,
  type HostileSample,
  INDEX,
  startHostileSample,
} from "./hostile-sample.ts";
import { answers } from "./misbehaviours.ts";
import {
  copyOf,
  FIRST_MORNING,
  latestOf,
  newStore,
  publishedSample,
  refreshIn,
  SECOND_NIGHT,
  THIRD_NIGHT,
} from "./refreshed-store.ts";

const SECOND_MORNING = "2026-11-21T08:00:00Z";

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

const refresh = (now: string) => refreshIn(store, ["--mirror", sample.url], { now });
/** An alias that leads nowhere: the reader knows no such entry. */
const vandalise = () =>
  sample.drop(INDEX, /(?<=Banquet Chef<\/a>, see: )<a href="[^"]*">Chefs and head cooks<\/a>/);

describe("an index that its reader refuses", () => {
  test("is put into quarantine, and the whole source is carried forward", async () => {
    vandalise();
    const { exit, report } = await refresh(SECOND_NIGHT);
    expect(exit).toBe(3);
    expect(report.sources[0]).toMatchObject({ state: "carried-forward", rejected: 1 });
    expect(report.message).toContain(addressOf(INDEX));
    expect(selectIn(store, "state", "SELECT url FROM quarantine")).toEqual([{ url: addressOf(INDEX) }]);
    expect(sayTheSame({ store, version: published.version }, { store, version: latestOf(store) ?? "" })).toBe(
      true,
    );
  });

  test("costs no further request", async () => {
    vandalise();
    await refresh(SECOND_NIGHT);
    expect(sample.asked()).toHaveLength(2);
  });

  test("is published about once, and keeps its validators", async () => {
    vandalise();
    await refresh(SECOND_NIGHT);
    sample.forget();
    const { exit, report } = await refresh(THIRD_NIGHT);
    expect(exit).toBe(3);
    expect(report).toMatchObject({ is_new: false, sources: [{ parsed: 0, rejected: 1 }] });
    expect(sample.askedFor(INDEX)).toEqual([
      expect.objectContaining({ status: 200, etag: expect.not.stringContaining("changed") }),
    ]);
  });

  test.each([SECOND_MORNING, THIRD_NIGHT])("is asked for again in the next run (%s)", async (next) => {
    vandalise();
    await refresh(SECOND_NIGHT);
    sample.restore();
    sample.forget();
    const { exit, report } = await refresh(next);
    expect(sample.askedFor(INDEX)).toHaveLength(1);
    expect(exit).toBe(0);
    expect(report.sources[0]).toMatchObject({ state: "fresh" });
  });

  test("on a first run publishes nothing, and the run after it is whole", async () => {
    vandalise();
    const empty = newStore();
    expect(await refreshIn(empty, ["--mirror", sample.url])).toMatchObject({
      exit: 4,
      report: { version: null },
    });
    sample.restore();
    sample.forget();
    const { exit } = await refreshIn(empty, ["--mirror", sample.url], { now: FIRST_MORNING });
    expect(exit).toBe(0);
    expect(sample.asked()).toHaveLength(DOCUMENTS_OF_A_ROUND);
  });
});

describe("a page that its reader refuses in a round that is not finished", () => {
  test("is still refused when the round is gone on with", async () => {
    sample.edit(ACTORS, { "$23.33     per hour": "$2.33     per hour" });
    sample.misbehave("/ooh/healthcare/registered-nurses.htm", answers(451));
    await refresh(SECOND_NIGHT);
    sample.restore("/ooh/healthcare/registered-nurses.htm");
    const { exit, report } = await refresh(SECOND_MORNING);
    expect(exit).toBe(3);
    expect(report.sources[0]).toMatchObject({ state: "carried-forward" });
  });
});
