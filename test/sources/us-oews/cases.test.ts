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
