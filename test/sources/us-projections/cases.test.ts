import { describe, expect, test } from "vitest";
import { usProjections } from "../../../sources/us-projections/source.ts";
import { normaliseUsProjections } from "../../../transforms/from-us-projections.ts";
import { model } from "../../../transforms/model/model.ts";
import { placesOf, printed, workbookCases } from "../workbooks/workbook-cases.ts";
import { documentOf, wordsAt } from "../workbooks/written-workbook.ts";

const cases = workbookCases(usProjections, normaliseUsProjections);

describe.each(cases.names)("%s", (name) => {
  const workbook = cases.written(name);
  const reading = cases.readingOf(documentOf(workbook));

  test("is read as expected.json says", () => {
    const text = printed(reading);
    expect(text).toBe(cases.expectationOf(name, text));
  });

  test("gives facts that the model allows, no two under one key", () => {
    for (const { table, row } of reading.facts) expect(() => model[table].row.parse(row)).not.toThrow();
    const keys = reading.facts.map(({ table, row }) =>
      JSON.stringify([table, ...model[table].key.map((column) => (row as Record<string, unknown>)[column])]),
    );
    expect(new Set(keys).size).toBe(keys.length);
  });

  test("gives facts whose published words stand in the cells that their locators name", () => {
    for (const { row } of reading.facts) {
      const words = placesOf(row.raw ?? "");
      for (const [index, locator] of placesOf(row.locator).entries()) {
        const expected = "text" in row ? row.text : words[index];
        expect(wordsAt(workbook, `${locator}`), `${locator}`).toBe(expected);
      }
    }
  });
});
