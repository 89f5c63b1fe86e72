import { readdirSync, readlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { replaceLink } from "../../../../pipelines/publish/durable.ts";
import { openLatest } from "../../../../sinks/sqlite/reader.ts";
import { CHANGED_DATASET, publishRows } from "../../../pipelines/publish/small-store.ts";
import { temporaryFolder } from "../../temporary-folder.ts";

const LATER = { createdAt: "2026-11-24T02:15:00.000Z" };

async function twoNights() {
  const store = temporaryFolder();
  const first = (await publishRows(store)).manifest.id;
  const publishSecond = async () => (await publishRows(store, CHANGED_DATASET, LATER)).manifest.id;
  return { store, first, publishSecond };
}

/** How many files of a version this process has open; Linux tells them. */
function countOpen(store: string, version: string): number {
  const targets = readdirSync("/proc/self/fd").map((name) => {
    try {
      return readlinkSync(`/proc/self/fd/${name}`);
    } catch {
      return "";
    }
  });
  return targets.filter((target) => target.startsWith(join(store, "versions", version))).length;
}

test("each use gets the version that is the latest at that moment", async () => {
  const { store, first, publishSecond } = await twoNights();
  using latest = openLatest(store);
  const version = () => latest.read(({ dataset }) => dataset.version);
  expect(version()).toBe(first);
  const second = await publishSecond();
  expect(version()).toBe(second);
});

test("a use that began before keeps its version to its end", async () => {
  const { store, first, publishSecond } = await twoNights();
  using latest = openLatest(store);
  const duties = async () => {
    using before = latest.current();
    await publishSecond();
    const after = latest.read(({ occupation }) => occupation("us-ooh/actors")?.duties);
    const { version } = await before.database
      .selectFrom("dataset")
      .select("version")
      .executeTakeFirstOrThrow();
    return { version, before: before.occupation("us-ooh/actors")?.duties, after };
  };
  expect(await duties()).toMatchObject({ version: first, before: [], after: [{ text: "Read scripts" }] });
});

test("an answer that takes time is given back when it has come, also when it fails", async () => {
  const { store, first, publishSecond } = await twoNights();
  using latest = openLatest(store);
  let goOn = () => {};
  const pause = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  const failing = latest.read(async ({ dataset }) => {
    await pause;
    throw new Error(`failed over ${dataset.version}`);
  });
  await publishSecond();
  latest.read(() => undefined);
  expect(() => latest.read(() => JSON.parse("no JSON"))).toThrow(SyntaxError);
  goOn();
  await expect(failing).rejects.toThrow(`failed over ${first}`);
});

test.skipIf(process.platform !== "linux")(
  "the old version is closed when its last user is done",
  async () => {
    const { store, first, publishSecond } = await twoNights();
    const second = await publishSecond();
    const pointAt = (version: string) => replaceLink(join(store, "latest"), `versions/${version}`);
    await pointAt(first);
    const [beforeFirst, beforeSecond] = [countOpen(store, first), countOpen(store, second)];
    const latest = openLatest(store);
    const [one, other] = [latest.current(), latest.current()];
    await pointAt(second);
    latest.read(() => undefined);
    one.close();
    one.close();
    expect(countOpen(store, first)).toBe(beforeFirst + 1);
    other.close();
    expect(countOpen(store, first)).toBe(beforeFirst);
    expect(countOpen(store, second)).toBe(beforeSecond + 1);
    latest.close();
    expect(countOpen(store, second)).toBe(beforeSecond);
  },
);

test("after close nothing is lent, and what was lent stays usable", async () => {
  const { store, first } = await twoNights();
  const latest = openLatest(store);
  using lent = latest.current();
  latest.close();
  expect(() => latest.current()).toThrow(expect.objectContaining({ code: "closed" }));
  expect(lent.dataset.version).toBe(first);
});
