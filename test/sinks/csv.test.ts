import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { model } from "../../transforms/model/model.ts";
import { SMALL_DATASET } from "./small-dataset.ts";
import { writtenTables } from "./written-tables.ts";

function csvOf(table: string, rows?: typeof SMALL_DATASET): string {
  return readFileSync(join(writtenTables(rows).folder, `csv/${table}.csv`), "utf8");
}

test("the first line names the columns, in the order of the model; each line ends with CR LF", () => {
  const lines = csvOf("wage", SMALL_DATASET).split("\r\n");
  expect(lines[0]).toBe(Object.keys(model.wage.columns).join(","));
  expect(lines).toHaveLength(1 + 12 + 1);
  expect(lines.at(-1)).toBe("");
});

test("a value that was not published is an empty field, without quotes", () => {
  const line = csvOf("duty", SMALL_DATASET)
    .split("\r\n")
    .find((words) => words.includes("Defend"));
  expect(line).toBe("us-ooh/military-careers,1,,Defend the nation,us-ooh,capture-1,#tab-1,");
});

test("a field with a comma, a quote or a line break stands in quotes, and quotes are doubled", () => {
  const text = csvOf("duty");
  expect(text).toContain(',"Say ""yes"", or ""no""",');
  expect(text).toContain(',"One line\nand another\r\nand a third",');
  expect(text).toContain(',"\ra lone carriage return",');
});

test("numbers are as SQLite has them: no separators, no rounding", () => {
  const text = csvOf("wage");
  expect(text).toMatch(/,median,hour,23\.33,/);
  expect(text).toMatch(/,p25,year,0\.30000000000000004,/);
  expect(text).toMatch(/,median,year,93600,/);
});

test("a table without rows has a header", () => {
  expect(csvOf("correction")).toBe(`${Object.keys(model.correction.columns).join(",")}\r\n`);
});
