import { cpSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { pointLatest, tellLatest } from "../../../pipelines/publish/latest.ts";
import { PROMOTION_STEPS, promote } from "../../../pipelines/publish/promote.ts";
import { recoverStore } from "../../../pipelines/publish/recover.ts";
import { findRollback, ROLLBACK_STEPS } from "../../../pipelines/publish/roll-back.ts";
import { stageFacts, writeVersion } from "../../../pipelines/publish/stage.ts";
import { createStaging } from "../../../pipelines/publish/store-layout.ts";
import { verifyVersion } from "../../../pipelines/publish/verify.ts";
import { verifyLatest } from "../../../pipelines/verify/verify-latest.ts";
import { insertAll } from "../../sinks/small-snapshot.ts";
import { temporaryFolder } from "../../sinks/temporary-folder.ts";
import { CHANGED_DATASET, look, publishRows } from "./small-store.ts";

const NEXT_NIGHT = { createdAt: "2026-11-24T02:15:00.000Z" };

/** A store with one version, and a second one that is staged but not promoted. */
async function storeBeforePromotion() {
  const store = temporaryFolder();
  const { manifest: old } = await publishRows(store);
  const staging = await createStaging(store);
  const facts = await stageFacts(staging, { build: (writer) => insertAll(writer, CHANGED_DATASET) });
  const circumstances = {
    ...NEXT_NIGHT,
    previousVersion: old.id,
    toolVersion: "0.1.0",
    program: "0.1.0-test",
    nodeVersion: "v20.20.2",
  };
  const previous = { id: old.id, folder: join(store, "versions", old.id) };
  const { manifest } = await writeVersion(staging, facts, circumstances, { previous, archive: undefined });
  return { store, old, promotion: { store, staging, manifest } };
}

describe.each(PROMOTION_STEPS.map((_, index) => index))("a crash after %i steps of the promotion", (done) => {
  test("leaves a latest version that is whole, and the next run puts everything in order", async () => {
    const { store, old, promotion } = await storeBeforePromotion();
    for (const step of PROMOTION_STEPS.slice(0, done)) await step(promotion);

    const linked = look(store).linked ?? expect.fail("no latest");
    expect([old.id, promotion.manifest.id]).toContain(linked);
    expect(verifyVersion(join(store, "versions", linked))).toEqual([]);
    expect((await verifyLatest(store)).problems).toEqual([]);

    const latest = await recoverStore(store);
    const isMoved = done >= 2; // the second step is the rename
    const ids = isMoved ? [old.id, promotion.manifest.id] : [old.id];
    expect(latest?.id).toBe(ids.at(-1));
    expect(look(store)).toEqual({
      linked: ids.at(-1),
      told: ids.at(-1),
      listed: ids,
      folders: ids,
      hidden: [],
    });
  });
});

test("a promotion that fails on the way leaves the old version whole and latest", async () => {
  const { store, old, promotion } = await storeBeforePromotion();
  mkdirSync(join(store, "versions", promotion.manifest.id, "in the way"), { recursive: true });
  await expect(promote(promotion)).rejects.toThrow();
  expect(look(store)).toMatchObject({ linked: old.id, told: old.id, listed: [old.id] });
  expect(verifyVersion(join(store, "latest"))).toEqual([]);
});

test("an empty store has nothing to recover", async () => {
  expect(await recoverStore(temporaryFolder())).toBeUndefined();
});

test("what a crash left of staging folders and temporary files is removed", async () => {
  const store = temporaryFolder();
  const { manifest } = await publishRows(store);
  mkdirSync(join(store, "versions/.staging-abc123"));
  writeFileSync(join(store, "versions/.staging-abc123/occupations.sqlite.loading"), "half");
  writeFileSync(join(store, ".new-index.json"), "{");
  symlinkSync("versions/nowhere", join(store, ".new-latest"));
  await recoverStore(store);
  expect(look(store)).toMatchObject({ folders: [manifest.id], hidden: [] });
});

test.each(["latest", "latest.json", "index.json"])(
  "a lost %s is made again from the versions",
  async (name) => {
    const store = temporaryFolder();
    await publishRows(store);
    await publishRows(store, CHANGED_DATASET, NEXT_NIGHT);
    const before = look(store);
    rmSync(join(store, name));
    await recoverStore(store);
    expect(look(store)).toEqual(before);
  },
);

test.each(["latest.json", "index.json"])("a cut-off %s is made again from the versions", async (name) => {
  const store = temporaryFolder();
  await publishRows(store);
  const before = look(store);
  writeFileSync(join(store, name), '{"id":');
  await recoverStore(store);
  expect(look(store)).toEqual(before);
});

test("a version that was rolled back from is not made the latest again", async () => {
  const store = temporaryFolder();
  const { manifest: old } = await publishRows(store);
  await publishRows(store, CHANGED_DATASET, NEXT_NIGHT);
  await pointLatest(store, old);
  await tellLatest(store, old, old.created_at);
  expect((await recoverStore(store))?.id).toBe(old.id);
  expect(look(store)).toMatchObject({ linked: old.id, told: old.id });
});

test.each([0, 1, 2])(
  "a rollback that is cut off after %i of its steps is either not begun or finished",
  async (done) => {
    const store = temporaryFolder();
    const { manifest: old } = await publishRows(store);
    const { manifest: bad } = await publishRows(store, CHANGED_DATASET, NEXT_NIGHT);
    const rolledBack = { from: bad.id, at: "2026-11-25T09:00:00Z", reason: "wrong figures" };
    for (const step of ROLLBACK_STEPS.slice(0, done)) await step({ store, manifest: old, rolledBack });
    expect((await verifyLatest(store)).problems).toEqual([]);
    const wanted = done === 0 ? bad.id : old.id;
    expect((await recoverStore(store))?.id).toBe(wanted);
    expect(look(store)).toMatchObject({ linked: wanted, told: wanted, listed: [old.id, bad.id] });
    expect(await findRollback(store)).toEqual(done === 0 ? undefined : rolledBack);
  },
);

test("a link to a version that is gone leads to the newest that is there", async () => {
  const store = temporaryFolder();
  const { manifest: old } = await publishRows(store);
  const { manifest } = await publishRows(store, CHANGED_DATASET, NEXT_NIGHT);
  rmSync(join(store, "versions", manifest.id), { recursive: true });
  await recoverStore(store);
  expect(look(store)).toMatchObject({ linked: old.id, told: old.id, listed: [old.id] });
});

test("folders that are no versions are left alone and not listed", async () => {
  const store = temporaryFolder();
  const { manifest } = await publishRows(store);
  const folder = join(store, "versions");
  mkdirSync(join(folder, "my copy"));
  mkdirSync(join(folder, "20990101T000000Z-00000000"));
  cpSync(join(folder, manifest.id), join(folder, "20990101T000000Z-11111111"), { recursive: true });
  await recoverStore(store);
  expect(look(store)).toMatchObject({ linked: manifest.id, listed: [manifest.id] });
  expect(look(store).folders).toHaveLength(4);
});
