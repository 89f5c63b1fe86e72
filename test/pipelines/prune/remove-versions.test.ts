import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { REMOVAL_STEPS } from "../../../pipelines/prune/remove-versions.ts";
import { recoverStore } from "../../../pipelines/publish/recover.ts";
import { rollBack } from "../../../pipelines/publish/roll-back.ts";
import { verifyVersion } from "../../../pipelines/publish/verify.ts";
import { temporaryFolder } from "../../sinks/temporary-folder.ts";
import { CHANGED_DATASET, look, publishRows } from "../publish/small-store.ts";

async function storeOfTwo() {
  const store = temporaryFolder();
  const { manifest: old } = await publishRows(store);
  const { manifest } = await publishRows(store, CHANGED_DATASET, { createdAt: "2026-11-24T02:15:00.000Z" });
  return { store, old, newest: manifest };
}

describe.each([0, 1, 2, 3])("a crash after %i steps of the removal", (done) => {
  test("of an old version leaves the latest whole, and the next run puts the rest in order", async () => {
    const { store, old, newest } = await storeOfTwo();
    const versions = { kept: [newest], removed: [old] };
    for (const step of REMOVAL_STEPS.slice(0, done)) await step(store, versions);
    expect(verifyVersion(join(store, "latest"))).toEqual([]);
    expect((await recoverStore(store))?.id).toBe(newest.id);
    const left = done === 0 ? [old.id, newest.id] : [newest.id];
    expect(look(store)).toMatchObject({ linked: newest.id, told: newest.id, listed: left, folders: left });
  });

  test("of a version that was rolled back from does not bring it back", async () => {
    const { store, old, newest } = await storeOfTwo();
    const rolledBack = { from: newest.id, at: "2026-11-25T09:00:00Z", reason: "wrong figures" };
    await rollBack({ store, manifest: old, rolledBack });
    for (const step of REMOVAL_STEPS.slice(0, done)) await step(store, { kept: [old], removed: [newest] });
    expect((await recoverStore(store))?.id).toBe(old.id);
    const left = done === 0 ? [old.id, newest.id] : [old.id];
    expect(look(store)).toMatchObject({ linked: old.id, told: old.id, listed: left, folders: left });
  });
});
