import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { writeDictionary } from "../../sinks/dictionary.ts";
import { TABLES } from "../../transforms/model/model.ts";
import { openSmallSnapshot } from "./small-snapshot.ts";
import { temporaryFolder } from "./temporary-folder.ts";

function dictionary(): string {
  const folder = temporaryFolder();
  expect(writeDictionary(openSmallSnapshot(), folder)).toEqual([{ path: "DICTIONARY.md" }]);
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
