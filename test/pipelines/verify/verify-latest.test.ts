import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { tellLatest } from "../../../pipelines/publish/latest.ts";
import { verifyLatest } from "../../../pipelines/verify/verify-latest.ts";
import type { Manifest } from "../../../sinks/manifest.ts";
import { temporaryFolder } from "../../sinks/temporary-folder.ts";
import { CHANGED_DATASET, publishRows, readJsonIn } from "../publish/small-store.ts";

let store: string;
let first: Manifest;
let second: Manifest;

beforeEach(async () => {
  store = temporaryFolder();
  first = (await publishRows(store)).manifest;
  second = (await publishRows(store, CHANGED_DATASET, { createdAt: "2026-11-24T02:15:00.000Z" })).manifest;
});

const problems = async () => (await verifyLatest(store)).problems;

test("a store whose three signs agree is in order", async () => {
  expect(await verifyLatest(store)).toMatchObject({ looked_at: "2 versions", problems: [], notes: [] });
});

test("a run that was cut off before it told of its version is a note, not a problem", async () => {
  await tellLatest(store, first, first.created_at);
  const index = readJsonIn(store, "index.json") as { versions: object[] };
  writeFileSync(join(store, "index.json"), JSON.stringify({ versions: index.versions.slice(0, 1) }));
  const { problems, notes } = await verifyLatest(store);
  expect(problems).toEqual([]);
  expect(notes[0]).toContain("was cut off");
  expect(notes[0]).toContain(`index.json does not list ${second.id}.`);
});

describe("a problem is", () => {
  test("a latest.json that names another version than the link, where every version is listed", async () => {
    await tellLatest(store, first, first.created_at);
    expect(await problems()).toEqual([`latest.json names ${first.id}; the link names ${second.id}.`]);
  });

  test("a link to a version that is gone", async () => {
    rmSync(join(store, "versions", second.id), { recursive: true });
    expect(await problems()).toContain(`latest names ${second.id}, which is no version.`);
  });

  test("an index that lacks an older version", async () => {
    const index = readJsonIn(store, "index.json") as { versions: object[] };
    writeFileSync(join(store, "index.json"), JSON.stringify({ versions: index.versions.slice(1) }));
    expect(await problems()).toEqual([`index.json does not list ${first.id}.`]);
  });

  test.each(["latest", "latest.json", "index.json"])("a %s that is missing", async (name) => {
    rmSync(join(store, name));
    expect(await problems()).not.toEqual([]);
  });
});
