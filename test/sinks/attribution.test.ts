import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { writeAttribution } from "../../sinks/attribution.ts";
import { SMALL_DATASET } from "./small-dataset.ts";
import { openSmallSnapshot } from "./small-snapshot.ts";
import { temporaryFolder } from "./temporary-folder.ts";

async function attributionOf(state: string): Promise<string> {
  const rows = SMALL_DATASET.map((given) =>
    given.table === "source" ? { ...given, row: { ...given.row, state } } : given,
  );
  const folder = temporaryFolder();
  await writeAttribution(openSmallSnapshot(rows as typeof SMALL_DATASET), folder);
  return readFileSync(join(folder, "ATTRIBUTION.md"), "utf8");
}

test("every source has the line that it asks for, its licence and its edition", async () => {
  const text = await attributionOf("fresh");
  expect(text).toContain("> Source: U.S. Bureau of Labor Statistics, Occupational Outlook Handbook.");
  expect(text).toContain("[Public domain](https://www.bls.gov/opub/copyright-information.htm)");
  expect(text).toContain("2024-34, fetched 2026-11-23.\n");
});

test.each([
  ["carried-forward", "last good facts"],
  ["retired", "no longer published"],
  ["sample", "not the publisher's data"],
])("a source that is %s is told so", async (state, words) => {
  expect(await attributionOf(state)).toContain(words);
});
