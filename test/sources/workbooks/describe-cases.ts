import { describe, expect, test } from "vitest";
import { model } from "../../../transforms/model/model.ts";
import { placesOf, printed, type workbookCases } from "./workbook-cases.ts";
import { documentOf, wordsAt } from "./written-workbook.ts";

/** What holds of every case of a source that is read from workbooks. */
export function describeCases(cases: ReturnType<typeof workbookCases>): void {
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
        JSON.stringify([
          table,
          ...model[table].key.map((column) => (row as Record<string, unknown>)[column]),
        ]),
      );
      expect(new Set(keys).size).toBe(keys.length);
    });

    test("gives facts whose published words stand in the cells that their locators name", () => {
      for (const { table, row } of reading.facts) {
        const words = placesOf(row.raw ?? "");
        for (const [index, locator] of placesOf(row.locator).entries()) {
          const cell = wordsAt(workbook, locator ?? "");
          expect(cell, `${locator}`).not.toBe("");
          if (typeof words[index] === "string" && words[index] !== "") expect(cell).toBe(words[index]);
        }
        const value = "name" in row ? row.name : "text" in row ? row.text : undefined;
        if (row.raw === null && value !== undefined)
          expect(wordsAt(workbook, row.locator), table).toContain(value);
      }
    });
  });
}
