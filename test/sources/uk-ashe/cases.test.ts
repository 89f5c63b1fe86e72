import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { read, type WorkBook } from "@e965/xlsx";
import AdmZip from "adm-zip";
import { describe, expect, test } from "vitest";
import type { DocumentBytes } from "../../../sources/source.ts";
import { type Fact, model } from "../../../transforms/model/model.ts";
import { cases, readingOf } from "./cases.ts";
import { CASES_FOLDER } from "./written-edition.ts";

describe.each(cases())("$name", ({ name, document }) => {
  const reading = readingOf(document);

  test("gives the facts of facts.tsv", () => {
    const text = `${reading.facts.map(lineOf).join("\n")}\n`;
    expect(text).toBe(expectationOf(name, text));
  });

  test("gives facts that the model allows, no two under one key", () => {
    for (const { table, row } of reading.facts) expect(() => model[table].row.parse(row)).not.toThrow();
    const keys = reading.facts.map(({ table, row }) =>
      JSON.stringify([table, ...model[table].key.map((column) => (row as Record<string, unknown>)[column])]),
    );
    expect(new Set(keys).size).toBe(keys.length);
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

/** What is expected; written anew with UPDATE_FIXTURES=1, which is for a person who then reads it. */
function expectationOf(name: string, reading: string): string {
  const path = join(CASES_FOLDER, name, "facts.tsv");
  if (process.env.UPDATE_FIXTURES === "1") writeFileSync(path, reading);
  if (!existsSync(path))
    throw new Error(`${path} is missing: write it with \`npm run test:update\`, and read it.`);
  return readFileSync(path, "utf8");
}

/** A fact as a line: its table, then every column that is not NULL. */
function lineOf({ table, row }: Fact): string {
  const { source_id, capture_id, ...columns } = row as Record<string, unknown>;
  return [
    table,
    ...Object.entries(columns)
      .filter(([, value]) => value !== null)
      .map(([column, value]) => `${column}=${value}`),
  ].join("\t");
}

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
  if (table === "occupation") return [row.title];
  const raws: (string | null)[] = row.locator.startsWith("[") ? JSON.parse(row.raw ?? "[]") : [row.raw];
  const [raw = null, variation = null] = raws;
  const relative = "relative_error_percent" in row ? (row.relative_error_percent ?? variation) : null;
  if (table === "employment") return [row.jobs === null ? raw : row.jobs / 1000, relative];
  if (table === "wage") return [row.amount ?? raw, relative];
  if (table === "working_hours") return [row.value ?? raw, relative];
  throw new Error(`${table} is not expected.`);
}
