import { describe, expect, test } from "vitest";
import { model } from "../../../transforms/model/model.ts";
import { rowsOf } from "../cases/facts-of.ts";
import { placesOf } from "../cases/places-of.ts";
import { documentOf, wordsAt } from "../workbooks/written-workbook.ts";
import { cases } from "./cases.ts";

describe.each(cases.names)("%s", (name) => {
  const workbook = cases.written(name);
  const reading = cases.readingOf(documentOf(workbook));

  test("is read as expected.json says", () => {
    cases.expectAsWritten(name, reading);
  });

  test("gives groups that the model allows, each once, below one that is there", () => {
    const rows = rowsOf(reading.facts, "occupation");
    for (const row of rows) expect(() => model.occupation.row.parse(row)).not.toThrow();
    const ids = rows.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { parent_id } of rows) if (parent_id !== null) expect(ids).toContain(parent_id);
  });

  test("gives code, title and definition in the cells that the locators name", () => {
    for (const row of rowsOf(reading.facts, "occupation")) {
      const words = placesOf(row.locator).map((at) => wordsAt(workbook, `${at}`));
      expect(words).toEqual([row.code, row.title, ...(row.summary === null ? [] : [row.summary])]);
    }
  });
});

test("both workbooks tell the same tree, and one the definitions as well", () => {
  const [definitions, structure] = ["definitions", "structure"].map((name) =>
    rowsOf(cases.readingOf(documentOf(cases.written(name))).facts, "occupation"),
  );
  const tree = (rows: typeof structure) =>
    rows?.map(({ id, level, title, parent_id }) => [id, level, title, parent_id]);
  expect(tree(definitions)).toEqual(tree(structure));
  expect(definitions?.filter(({ summary }) => summary !== null).map(({ level }) => level)).toEqual(
    Array(5).fill("detailed"),
  );
  expect(structure?.every(({ summary }) => summary === null)).toBe(true);
});
