import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createChangesFile } from "../../../sinks/changes/changes-json.ts";
import { writeChangedNumbers } from "../../../sinks/report/changed-numbers.ts";
import type { Change, ChangesHead } from "../../../transforms/model/change.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import { unpacked } from "./unpacked.ts";

const end = (version: string) => ({
  ...{ version, content_hash: "ab", schema_version: "1.2.0", tool_version: "0.1.0", program: null },
  created_at: "2026-11-23T02:15:00Z",
});

function changedNumbers(from: ChangesHead["from"], changes: readonly Change[]) {
  const folder = temporaryFolder();
  mkdirSync(join(folder, "report/data"), { recursive: true });
  const file = createChangesFile(folder);
  for (const change of changes) file.write(change);
  file.finish({ from, to: end("now"), summary: [], moved: [], causes: [], captures: [] });
  writeChangedNumbers(folder);
  return JSON.parse(unpacked(folder, "changed")) as unknown;
}

const NURSES = {
  occupation_id: "us-ooh/registered-nurses",
  area: "US",
  industry_id: null,
  group_title: null,
};
const MEDIAN = { ...NURSES, statistic: "median", period: "year", reference_period: "2024-05" };

const changed = (table: string, key: Change["key"], before: Change["before"]): Change => ({
  ...{ table, change: "changed", key, before, after: {}, causes: [] },
});

test("the first version has nothing to be compared with", () => {
  expect(changedNumbers(null, [])).toEqual({ from: null, added: [], before: { columns: [], rows: [] } });
});

test("main numbers that have changed are told as they were, parts and industries are not", () => {
  const told = changedNumbers(end("before"), [
    changed("wage", MEDIAN, { amount: 90_000 }),
    changed("wage", { ...MEDIAN, statistic: "p10" }, { amount: 1 }),
    changed("wage", { ...MEDIAN, industry_id: "us-ooh/Hospitals" }, { amount: 2 }),
    changed("wage", { ...MEDIAN, group_title: "Some" }, { amount: 3 }),
    changed("employment", { ...NURSES, reference_period: "2024" }, { jobs: 3_000_000 }),
    changed("projection", { ...NURSES, base_year: 2024, target_year: 2034 }, { change_percent: 6 }),
  ]);
  expect(told).toMatchObject({
    from: { version: "before" },
    before: {
      columns: ["id", "median_annual_amount", "jobs", "growth_percent"],
      rows: [["us-ooh/registered-nurses", 90_000, 3_000_000, 6]],
    },
  });
});

test("of editions that have gone, the latest was the main number; a new occupation had none", () => {
  const told = changedNumbers(end("before"), [
    { ...changed("wage", { ...MEDIAN, reference_period: "2023-05" }, { amount: 86_000 }), change: "removed" },
    { ...changed("wage", { ...MEDIAN, reference_period: "2021-05" }, { amount: 77_000 }), change: "removed" },
    {
      ...changed("occupation", { id: "us-ooh/actors" }, null),
      ...{ change: "added", after: { title: "Actors" } },
    },
  ]);
  expect(told).toMatchObject({
    added: ["us-ooh/actors"],
    before: { rows: [["us-ooh/registered-nurses", 86_000, null, null]] },
  });
});
