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
    const book = bookIn(document);
    for (const fact of reading.facts)
      expect(cellsAt(fact, book), fact.row.locator).toEqual(publishedIn(fact));
  });
});

test("an edition says what it is", () => {
  expect(cases().map(({ document }) => readingOf(document).edition)).toEqual([
    "May 2024",
    "May 2024",
    "May 2020",
  ]);
});

test("remarks name the codes of a hybrid edition, and nothing else", () => {
  expect(cases().map(({ document }) => readingOf(document).remarks.map(({ rule }) => rule))).toEqual([
    [],
    [],
    ["hybrid-classification", "code-beside-the-classification"],
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

function bookIn({ body }: DocumentBytes): WorkBook {
  const entry = new AdmZip(Buffer.from(body))
    .getEntries()
    .find(({ entryName }) => /_dl\.xlsx$/.test(entryName));
  if (entry === undefined) throw new Error("There is no workbook.");
  return read(entry.getData());
}

/** The values of the cells that a fact names. */
function cellsAt({ row }: Fact, book: WorkBook): unknown[] {
  const places: string[] = row.locator.startsWith('["') ? JSON.parse(row.locator) : [row.locator];
  return places.map((place) => {
    const [, sheet, cell] = /^\[[^\]]+\](\w+)!([A-Z]+\d+)$/.exec(place) ?? [];
    return book.Sheets[sheet ?? ""]?.[cell ?? ""]?.v;
  });
}

/** What must stand in those cells, by the columns of the fact alone. */
function publishedIn({ table, row }: Fact): unknown[] {
  const raws: (string | null)[] = row.raw?.startsWith("[") ? JSON.parse(row.raw) : [row.raw];
  const [raw = null, second = null] = raws;
  if (table === "occupation") return [row.code, row.title, raws[2]];
  if (table === "industry") return [row.code, row.title];
  if (table === "employer_share") return raws.map((words) => (words === "**" ? words : Number(words)));
  if (table === "employment") return [raw ?? row.jobs, second ?? row.relative_error_percent];
  if (table !== "wage") throw new Error(`${table} is not expected.`);
  return [raw ?? row.amount, ...(row.statistic === "mean" ? [second ?? row.relative_error_percent] : [])];
}
