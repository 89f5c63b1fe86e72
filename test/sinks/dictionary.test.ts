import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { writeDictionary } from "../../sinks/dictionary.ts";
import { TABLES } from "../../transforms/model/model.ts";
import { type AnyRow, rowOf, SMALL_DATASET } from "./small-dataset.ts";
import { openSmallSnapshot } from "./small-snapshot.ts";
import { temporaryFolder } from "./temporary-folder.ts";

function dictionary(rows?: readonly AnyRow[]): string {
  const folder = temporaryFolder();
  expect(writeDictionary(openSmallSnapshot(rows), folder)).toEqual([{ path: "DICTIONARY.md" }]);
  return readFileSync(join(folder, "DICTIONARY.md"), "utf8");
}

test("the dictionary has a part for each table, and in it a line for each column", () => {
  const parts = dictionary().split("\n## ").slice(1);
  expect(parts.map((part) => part.split("\n")[0])).toEqual(TABLES.map(({ name }) => name));
  for (const [index, { columns }] of TABLES.entries()) {
    const lines = (parts[index] ?? "").split("\n").filter((line) => line.startsWith("| "));
    expect(lines.slice(1).map((line) => line.split(" ")[1])).toEqual(Object.keys(columns));
  }
});

test("a column is told with its type, its unit, its meaning, its lawful values and what it refers to", () => {
  const text = dictionary();
  expect(text).toContain(
    "| occupation_id | TEXT |  | The occupation that the row is about. Refers to `occupation.id`. |",
  );
  expect(text).toMatch(/\| percent \| REAL, can be NULL \| percent \| Share of the occupation's jobs\. \|/);
  expect(text).toMatch(
    /\| area \| TEXT \| {2}\| Where the figure holds\. One of: `US`, `UK`, `England`\. \|/,
  );
});

test("a column is told with the sources that fill it and with its first value in this version", () => {
  const text = dictionary();
  expect(text).toMatch(/\| base_jobs \| [^\n]* \| `us-ooh` \| 3391000 \|/);
  expect(text).toMatch(/\| group_title \| [^\n]* \| `us-ooh` \| Bus drivers, school \|/);
});

test("a column that is empty in this version has no source and no example", () => {
  expect(dictionary()).toMatch(/\| relative_error_percent \| [^\n]* \| {2}\| {2}\|/);
});

test("an example is one line, cut where it is long, and breaks no table", () => {
  const text = dictionary([
    ...SMALL_DATASET,
    rowOf("section", {
      occupation_id: "us-ooh/actors",
      position: 1,
      topic: "pay",
      heading: "Pay | <b>",
      text: `One\n\ntwo ${"💉".repeat(100)}`,
    }),
  ]);
  expect(text).toContain("Pay \\| &lt;b> |");
  expect(text).toContain(`| One two ${"💉".repeat(72)}… |`);
});
