import { describe, expect, test } from "vitest";
import type { Fact } from "../../../transforms/model/model.ts";
import { expectLawful } from "../cases/lawful-facts.ts";
import { placesOf } from "../cases/places-of.ts";
import type { workbookCases } from "./workbook-cases.ts";
import { documentOf, type WrittenWorkbook, wordsAt } from "./written-workbook.ts";

type InCells = (fact: Fact, workbook: WrittenWorkbook) => void;

/** What holds of every case of a source that is read from workbooks; `expectInCells` may ask for more of its facts. */
export function describeCases(
  cases: ReturnType<typeof workbookCases>,
  expectInCells: InCells = expectPublishedWords,
): void {
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
      for (const fact of reading.facts) expectInCells(fact, workbook);
    });
  });
}

function expectPublishedWords({ table, row }: Fact, workbook: WrittenWorkbook): void {
  const words = placesOf(row.raw);
  for (const [index, locator] of placesOf(row.locator).entries()) {
    const cell = wordsAt(workbook, locator ?? "");
    expect(cell, `${locator}`).not.toBe("");
    if (typeof words[index] === "string" && words[index] !== "") expect(cell).toBe(words[index]);
  }
  const value = "name" in row ? row.name : "text" in row ? row.text : undefined;
  if (row.raw === null && value !== undefined) expect(wordsAt(workbook, row.locator), table).toContain(value);
}
