import { describe, expect, test } from "vitest";
import { expectLawful } from "../cases/lawful-facts.ts";
import { placesOf } from "../cases/places-of.ts";
import type { workbookCases } from "./workbook-cases.ts";
import { documentOf, wordsAt } from "./written-workbook.ts";

/** What holds of every case of a source that is read from workbooks. */
export function describeCases(cases: ReturnType<typeof workbookCases>): void {
  describe.each(cases.names)("%s", (name) => {
    const workbook = cases.written(name);
    const reading = cases.readingOf(documentOf(workbook));

    test("is read as expected.json says", () => {
      cases.expectAsWritten(name, reading);
    });

    test("gives facts that the model allows, no two under one key", () => {
      expectLawful(reading.facts);
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
