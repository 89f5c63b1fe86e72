import { join } from "node:path";
import { read, type WorkBook } from "@e965/xlsx";
import AdmZip from "adm-zip";
import { describe, expect, test } from "vitest";
import type { DocumentBytes } from "../../../sources/source.ts";
import type { Fact } from "../../../transforms/model/model.ts";
import { expectationOf } from "../cases/expectation-of.ts";
import { expectLawful } from "../cases/lawful-facts.ts";
import { printedTable } from "../cases/printed-reading.ts";
import { cases, readingOf } from "./cases.ts";
import { CASES_FOLDER } from "./written-edition.ts";

describe.each(cases())("$name", ({ name, document }) => {
  const reading = readingOf(document);

  test("gives the facts of facts.tsv", () => {
    const text = printedTable(reading.facts);
    expect(text).toBe(expectationOf(join(CASES_FOLDER, name, "facts.tsv"), text));
  });

  test("gives facts that the model allows, no two under one key", () => {
    expectLawful(reading.facts);
  });

  test("gives facts whose cells hold what they say", () => {
    const books = booksIn(document);
    for (const fact of reading.facts) {
      const [cell, variation] = cellsAt(fact, books);
      expect(cell, fact.row.locator).toEqual(publishedIn(fact)[0]);
      if (variation !== undefined || fact.row.locator.startsWith("["))
        expect(variation ?? null, fact.row.locator).toEqual(publishedIn(fact)[1]);
    }
  });
});

test("an edition says what it is", () => {
  expect(cases().map(({ document }) => readingOf(document).edition)).toEqual([
    "2024 provisional",
    "2022 provisional",
    "2021 provisional",
  ]);
});

test("remarks name the tables that have no coefficients of variation, and nothing else", () => {
  expect(cases().map(({ document }) => readingOf(document).remarks.map(({ message }) => message))).toEqual([
    [
      "There is no table 14.1b: the figures of table 14.1a have no relative error.",
      "There is no table 14.5b: the figures of table 14.5a have no relative error.",
    ],
    [],
    [],
  ]);
});

function booksIn({ url, body }: DocumentBytes): Map<string, WorkBook> {
  if (!url.endsWith(".zip"))
    return new Map([[decodeURIComponent(url.slice(url.lastIndexOf("/") + 1)), read(body)]]);
  const entries = new AdmZip(Buffer.from(body)).getEntries();
  return new Map(entries.map((entry) => [entry.entryName, read(entry.getData())]));
}

/** The values of the cells that a fact names; null where blank. */
function cellsAt({ row }: Fact, books: Map<string, WorkBook>): unknown[] {
  const places: string[] = row.locator.startsWith("[") ? JSON.parse(row.locator) : [row.locator];
  return places.map((place) => {
    const [, book, sheet, cell] = /^'?\[(.+)\]([^'!]+)'?!([A-Z]+\d+)$/.exec(place) ?? [];
    const value = books.get(book ?? "")?.Sheets[sheet ?? ""]?.[cell ?? ""]?.v ?? null;
    return typeof value === "string" ? value.trim() : value;
  });
}

/** What must stand in those cells, by the columns of the fact alone. */
function publishedIn({ table, row }: Fact): unknown[] {
  if (table === "occupation") return [row.code, row.title];
  const raws: (string | null)[] = row.locator.startsWith("[") ? JSON.parse(row.raw ?? "[]") : [row.raw];
  const [raw = null, variation = null] = raws;
  const relative = "relative_error_percent" in row ? (row.relative_error_percent ?? variation) : null;
  if (table === "employment") return [row.jobs === null ? raw : row.jobs / 1000, relative];
  if (table === "wage") return [row.amount ?? raw, relative];
  if (table === "working_hours") return [row.value ?? raw, relative];
  throw new Error(`${table} is not expected.`);
}
