import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { listFiles } from "../../sinks/digest.ts";
import { countRows } from "../../sinks/manifest.ts";
import { TABLES } from "../../transforms/model/model.ts";
import { SMALL_DATASET } from "./small-dataset.ts";
import { writtenTables } from "./written-tables.ts";

test("every table of the model is there as CSV and as Parquet, also an empty one, and tells its rows", () => {
  const { folder, snapshot, written } = writtenTables();
  const paths = TABLES.flatMap(({ name }) => [`csv/${name}.csv`, `parquet/${name}.parquet`]);
  expect(listFiles(folder)).toEqual(paths.toSorted());
  const counts = countRows(snapshot);
  expect(counts.correction).toBe(0);
  expect(written).toEqual(paths.map((path) => ({ path, rows: counts[/\/(\w+)\./.exec(path)?.[1] ?? ""] })));
});

test("equal rows give equal bytes", () => {
  const bytesOf = (rows: typeof SMALL_DATASET) => {
    const { folder } = writtenTables(rows);
    return listFiles(folder).map((path) => [path, readFileSync(join(folder, path), "base64")]);
  };
  expect(bytesOf(SMALL_DATASET.toReversed())).toEqual(bytesOf(SMALL_DATASET));
});
