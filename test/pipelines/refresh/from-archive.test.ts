import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { sayTheSame, selectIn } from "./facts-of-versions.ts";
import { ACTORS, addressOf, type HostileSample, PROFILES, startHostileSample } from "./hostile-sample.ts";
import {
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

const loseState = (of: string) => {
  for (const suffix of ["", "-wal", "-shm"]) rmSync(join(of, `state.sqlite${suffix}`), { force: true });
};
/** Only the archive is left. */
const loseAllButArchive = (of: string) => {
  loseState(of);
  for (const name of ["versions", "latest", "latest.json", "index.json", "runs"])
    rmSync(join(of, name), { recursive: true, force: true });
};
const hashOf = (of: string) => readStoreJson(of, "latest", "manifest.json").content_hash;

describe("--offline", () => {
  test("rebuilds from the archive alone what was published, with the same content hash", async () => {
    const hash = hashOf(store);
    loseAllButArchive(store);
    const { exit, report } = await refreshIn(store, ["--offline"], { now: SECOND_NIGHT });
    expect(exit).toBe(0);
    expect(report).toMatchObject({ outcome: "published", hosts: {} });
    expect(report.sources[0]).toMatchObject({ requests: 0, fetched: 0, parsed: PROFILES + 1 });
    expect(hashOf(store)).toBe(hash);
  });

  test("publishes nothing where the version is there already", async () => {
    loseState(store);
    const { exit, report } = await refreshIn(store, ["--offline"], { now: SECOND_NIGHT });
    expect(exit).toBe(0);
    expect(report).toMatchObject({ outcome: "unchanged", version: published.version });
    expect(versionsIn(store)).toEqual([published.version]);
  });

  test("on an empty store publishes nothing and names what is missing", async () => {
    const { exit, report } = await refreshIn(newStore(), ["--offline"]);
    expect(exit).toBe(4);
    expect(report).toMatchObject({ outcome: "refused", version: null });
    expect(report.message).toContain("a-z-index.htm is not in the archive");
  });
});

describe("state that is lost", () => {
  test("costs one unconditional round and changes nothing", async () => {
    loseState(store);
    const { exit, report } = await refreshIn(store, ["--mirror", sample.url], { now: SECOND_NIGHT });
    expect(exit).toBe(0);
    expect(report).toMatchObject({ outcome: "unchanged", version: published.version });
    expect(selectIn(store, "archive", "SELECT DISTINCT sha256 FROM capture")).toHaveLength(PROFILES + 1);
    expect(
      selectIn(store, "archive", `SELECT 1 FROM capture WHERE url = '${addressOf(ACTORS)}'`),
    ).toHaveLength(2);
  });

  test("does not make real documents of the sample", async () => {
    const samples = newStore();
    await refreshIn(samples, ["--sample"]);
    loseState(samples);
    const { report } = await refreshIn(samples, ["--offline"], { now: SECOND_NIGHT });
    expect(report.sources[0]).toMatchObject({ state: "sample" });
    loseState(samples);
    expect((await refreshIn(samples, ["--mirror", sample.url], { now: THIRD_NIGHT })).exit).toBe(2);
  });
});

describe("two builds", () => {
  test("of the same archive at the same time are the same bytes", async () => {
    const stores = [copyOf(published.path), copyOf(published.path)];
    const sums: string[] = [];
    for (const one of stores) {
      loseAllButArchive(one);
      await refreshIn(one, ["--offline"], { now: THIRD_NIGHT });
      sums.push(readFileSync(join(one, "latest", "SHA256SUMS"), "utf8"));
    }
    expect(sums[0]).toBe(sums[1]);
    expect(sums[0]?.split("\n").length).toBeGreaterThan(PROFILES);
  });

  test("of pages that came in another order say the same", async () => {
    const other = newStore();
    // The page that is asked for first comes last.
    sample.misbehave(ACTORS, (response, text) => {
      const send = () =>
        sample.asked().length < PROFILES + 1
          ? setImmediate(send)
          : response.writeHead(200, { "content-type": "text/html; charset=UTF-8" }).end(text);
      send();
    });
    await refreshIn(other, ["--mirror", sample.url]);
    expect(hashOf(other)).toBe(hashOf(published.path));
    expect(latestOf(other)).toBe(published.version);
    expect(
      sayTheSame(
        { store: published.path, version: published.version },
        { store: other, version: published.version },
      ),
    ).toBe(true);
  });
});
