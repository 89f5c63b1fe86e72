import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parquetMetadata } from "hyparquet";
import { expect, test } from "vitest";
import { readParquet } from "../../sinks/parquet/read-parquet.ts";
import { createParquet } from "../../sinks/parquet.ts";
import { model } from "../../transforms/model/model.ts";
import { rowOf, SMALL_DATASET } from "./small-dataset.ts";
import { temporaryFolder } from "./temporary-folder.ts";
import { writtenTables } from "./written-tables.ts";

function metadataOf(path: string) {
  const bytes = readFileSync(path);
  return parquetMetadata(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
}

test("a text that begins with a byte order mark keeps it", async () => {
  const mark = rowOf("duty", { occupation_id: "us-ooh/actors", position: 1, text: "\ufeffRead scripts" });
  const { folder } = writtenTables([...SMALL_DATASET, mark]);
  const texts: unknown[] = [];
  await readParquet(join(folder, "parquet/duty.parquet"), (values) => texts.push(values[3]));
  expect(texts).toContain("\ufeffRead scripts");
});

test("the pages of every column are compressed", () => {
  const { folder } = writtenTables();
  const { row_groups } = metadataOf(join(folder, "parquet/wage.parquet"));
  const codecs = row_groups.flatMap(({ columns }) => columns.map((column) => column.meta_data?.codec));
  expect(new Set(codecs)).toEqual(new Set(["SNAPPY"]));
});

test("a long table is written in row groups, and read back whole", async () => {
  const folder = temporaryFolder();
  const file = createParquet(folder, model.occupation_name);
  const rows = Array.from({ length: 120_000 }, (_, index) => [
    "us-ooh/actors",
    `Name ${index}`,
    ...["index", "us-ooh", "capture-1", "#tab-1", index % 3 === 0 ? null : "raw"],
  ]);
  for (let start = 0; start < rows.length; start += 1_000) file.write(rows.slice(start, start + 1_000));
  expect(file.finish()).toEqual({ path: "parquet/occupation_name.parquet", rows: 120_000 });
  const path = join(folder, "parquet/occupation_name.parquet");
  expect(metadataOf(path).row_groups.map(({ num_rows }) => Number(num_rows))).toEqual([
    50_000, 50_000, 20_000,
  ]);
  const read: unknown[] = [];
  await readParquet(path, (values) => read.push(values));
  expect(read).toEqual(rows);
});
