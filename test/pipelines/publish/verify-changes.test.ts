import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { verifyChanges } from "../../../pipelines/publish/verify-changes.ts";
import { createChangesFile } from "../../../sinks/changes/changes-json.ts";
import { readAllChanges } from "../../../sinks/changes/read-changes.ts";
import { type Manifest, manifestSchema } from "../../../sinks/manifest.ts";
import type { Changes } from "../../../transforms/model/change.ts";
import { temporaryFolder } from "../../sinks/temporary-folder.ts";
import { CHANGED_DATASET, publishRows } from "./small-store.ts";

/** The changes of a second version, rewritten, against its manifest. */
async function problemsWith(rewrite: (changes: Changes) => Changes): Promise<readonly string[]> {
  const store = temporaryFolder();
  await publishRows(store);
  await publishRows(store, CHANGED_DATASET, { createdAt: "2026-11-24T02:15:00.000Z" });
  const latest = join(store, "latest");
  const manifest: Manifest = manifestSchema.parse(
    JSON.parse(readFileSync(join(latest, "manifest.json"), "utf8")),
  );
  const { changes, ...head } = rewrite(readAllChanges(latest));
  const folder = temporaryFolder();
  const file = createChangesFile(folder);
  for (const change of changes) file.write(change);
  file.finish(head);
  return verifyChanges(folder, manifest);
}

test("the changes of a version are its own, start from the version before, and are all there", async () => {
  expect(await problemsWith((changes) => changes)).toEqual([]);
});

test.each<[string, (changes: Changes) => Changes, RegExp]>([
  [
    "of another version",
    ({ to, ...rest }) => ({ ...rest, to: { ...to, version: "another" } }),
    /it is about another/,
  ],
  ["from another version", (changes) => ({ ...changes, from: null }), /it starts from null/],
  ["that lack a row", (changes) => ({ ...changes, changes: [] }), /it has 0 rows; its summary counts 1/],
  ["that lack a cause", (changes) => ({ ...changes, causes: [] }), /1 of its rows have no cause/],
])("changes %s are found", async (_, rewrite, words) => {
  expect((await problemsWith(rewrite)).join("\n")).toMatch(words);
});

test("changes that are cut off cannot be read", async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, "changes.json"), '{\n"from": null');
  const files = [{ path: "changes.json", bytes: 14, sha256: "" }];
  expect(() => verifyChanges(folder, { files } as unknown as Manifest)).toThrow(
    "changes.json cannot be read",
  );
});
