import { describe, expect, test } from "vitest";
import { expectLawful } from "../cases/lawful-facts.ts";
import { placesOf } from "../cases/places-of.ts";
import { documentOf, wordsAt } from "../workbooks/written-workbook.ts";
import { cases } from "./cases.ts";

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
    for (const { row } of reading.facts) {
      const words = placesOf(row.raw ?? "");
      for (const [index, locator] of placesOf(row.locator).entries()) {
        const expected = "text" in row ? row.text : words[index];
        expect(wordsAt(workbook, `${locator}`), `${locator}`).toBe(expected);
      }
    }
  });
});
