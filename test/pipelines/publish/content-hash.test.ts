import { expect, test } from "vitest";
import { hashContent } from "../../../pipelines/publish/content-hash.ts";
import { model, type Row, type TableName } from "../../../transforms/model/model.ts";
import { type AnyRow, datasetRow, rowOf, SMALL_DATASET } from "../../sinks/small-dataset.ts";
import { createEmptySnapshot, insertAll, openSmallSnapshot } from "../../sinks/small-snapshot.ts";

function hashOf(rows: readonly AnyRow[]): string {
  const writer = createEmptySnapshot();
  insertAll(writer, rows);
  return hashContent(writer.connection);
}

/** The small dataset with columns of one table changed in every row that has them. */
function withChange<T extends TableName>(table: T, change: Partial<Row<T>>): readonly AnyRow[] {
  return SMALL_DATASET.map((given) =>
    given.table === table ? ({ table, row: { ...given.row, ...change } } as AnyRow) : given,
  );
}

test("the hash is the same before and after the snapshot is finished, and in whatever order the rows came", () => {
  expect(hashContent(openSmallSnapshot().connection)).toBe(hashOf(SMALL_DATASET));
  expect(hashOf(SMALL_DATASET.toReversed())).toBe(hashOf(SMALL_DATASET));
});

test("where and when a fact was read is outside the hash", () => {
  const places = { capture_id: "capture-2", locator: "#elsewhere", raw: "other words" };
  for (const table of ["wage", "duty", "occupation"] as const) {
    expect(hashOf(withChange(table, places as never)), table).toBe(hashOf(SMALL_DATASET));
  }
  expect(hashOf(withChange("source", { fetched_at: "2030-01-01T00:00:00Z" }))).toBe(hashOf(SMALL_DATASET));
  expect(hashOf(withChange("source", { state_since: "2030-01-01T00:00:00Z" }))).toBe(hashOf(SMALL_DATASET));
});

test("captures and the version itself are outside the hash", () => {
  expect(hashOf(withChange("capture", { sha256: "cd".repeat(32), fetched_at: "2030-01-01T00:00:00Z" }))).toBe(
    hashOf(SMALL_DATASET),
  );
  expect(hashOf([...SMALL_DATASET, datasetRow()])).toBe(hashOf(SMALL_DATASET));
});

test.each<[string, readonly AnyRow[]]>([
  ["a value", withChange("projection", { annual_openings: 1 })],
  ["a value that is missing", withChange("projection", { annual_openings: null })],
  ["a qualifier", withChange("pay_band", { qualifier: "estimated" })],
  ["the state of a source", withChange("source", { state: "carried-forward" })],
  ["the edition of a source", withChange("source", { edition: "2025-35" })],
  ["an issue", withChange("issue", { message: "Another thing." })],
  [
    "a row more",
    [...SMALL_DATASET, rowOf("duty", { occupation_id: "us-ooh/actors", position: 1, text: "Act" })],
  ],
  ["a row less", SMALL_DATASET.slice(0, -1)],
])("%s changes the hash", (_, rows) => {
  expect(hashOf(rows)).not.toBe(hashOf(SMALL_DATASET));
});

test("every table that holds facts is in the hash", () => {
  const outside = new Set(["dataset", "capture"]);
  const hashed = SMALL_DATASET.filter(({ table }) => !outside.has(table));
  for (const table of new Set(hashed.map((row) => row.table))) {
    expect(hashOf(SMALL_DATASET.filter((row) => row.table !== table)), table).not.toBe(hashOf(SMALL_DATASET));
  }
  expect(Object.keys(model)).toEqual(expect.arrayContaining([...outside]));
});
