import { expect, test } from "vitest";
import { changesLines, noChanges } from "../../../pipelines/refresh/run-changes.ts";

const GROUP = { added: 0, removed: 0, changed: 0, edition_before: "2024-34", edition_after: "2025-35" };
const wages = {
  ...GROUP,
  source_id: "us-ooh",
  causes: ["new-edition" as const],
  table: "wage",
  added: 1_200,
  removed: 3,
};

test("a line tells a source, why, its editions, how many rows and in which tables", () => {
  const duties = { ...wages, table: "duty", added: 0, removed: 0, changed: 40 };
  expect(changesLines({ from: "a", to: "b", summary: [wages, duties], moved: [] })).toEqual([
    "us-ooh, new edition (2024-34 → 2025-35): 1,200 added, 3 removed, 40 changed (wage, duty)",
  ]);
});

test("the first version is new as a whole, and a night without changes has no lines", () => {
  expect(changesLines({ from: null, to: "b", summary: [wages], moved: [] })).toEqual([
    "everything: this is the first version",
  ]);
  expect(changesLines(noChanges("b"))).toEqual([]);
});
