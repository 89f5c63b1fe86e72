import { describe, expect, test } from "vitest";
import type { FactRow } from "../../../../pipelines/verify/provenance/fact-proof.ts";
import { proveFact } from "../../../../pipelines/verify/provenance/prove-fact.ts";
import { reopenDocument } from "../../../../pipelines/verify/provenance/reopened/reopen-document.ts";
import { DocumentError } from "../../../../sources/reading/document-error.ts";
import type { DocumentBytes } from "../../../../sources/source.ts";
import type { Fact, FactTable } from "../../../../transforms/model/model.ts";
import * as ukAshe from "../../../sources/uk-ashe/cases.ts";
import * as ukNcs from "../../../sources/uk-ncs/cases.ts";
import { cases as ukProjections } from "../../../sources/uk-projections/cases.ts";
import { cases as ukSoc } from "../../../sources/uk-soc/cases.ts";
import * as usOews from "../../../sources/us-oews/cases.ts";
import * as usOoh from "../../../sources/us-ooh/cases.ts";
import * as usOohXml from "../../../sources/us-ooh-xml/cases.ts";
import { documentOf } from "../../../sources/workbooks/written-workbook.ts";

type Read = { readonly document: DocumentBytes; readonly facts: readonly Fact[] };

const written = ({ written, readingOf }: typeof ukSoc, name: string): Read => {
  const document = documentOf(written(name));
  return { document, facts: readingOf(document).facts };
};
const sample = usOoh.sampleCase("registered-nurses").document;
const handbook: Read = { document: sample, facts: usOoh.readingOf(sample).facts };
const national = usOews.cases()[0]?.document ?? sample;
const survey: Read = { document: national, facts: usOews.readingOf(national).facts };
const edition = ukAshe.cases()[0]?.document ?? sample;
const ashe: Read = { document: edition, facts: ukAshe.readingOf(edition).facts };
const profile = ukNcs.allCases().find(({ name }) => name === "sample-nurse")?.document ?? sample;
const careers: Read = { document: profile, facts: ukNcs.readingOf(profile).facts };
const xml = usOohXml.sampleXml();
const compilation: Read = {
  document: usOohXml.documentOf(xml),
  facts: usOohXml.readingOf(xml).facts,
};

/** The first fact of a table that a test asks for. */
function factOf(
  { facts }: Read,
  table: FactTable,
  isWanted: (row: FactRow) => boolean = () => true,
): FactRow {
  const found = facts.find((fact) => fact.table === table && isWanted(fact.row as FactRow));
  if (found === undefined) throw new Error(`The case has no such fact in ${table}.`);
  return found.row as FactRow;
}

/** What is wrong with a fact once some of its columns say something else. */
function wrongIn(read: Read, table: FactTable, row: FactRow, changes: FactRow = {}) {
  return proveFact(table, { ...row, ...changes }, reopenDocument(read.document)).disproofs;
}

const hasRaw = ({ raw }: FactRow) => raw !== null && !String(raw).startsWith("[");

describe("a fact whose words were changed", () => {
  test("is told with the words that stand there", () => {
    const row = factOf(handbook, "requirement");
    const raw = String(row.raw).replace("Education", "Educations");
    expect(wrongIn(handbook, "requirement", row)).toEqual([]);
    expect(wrongIn(handbook, "requirement", row, { raw })).toEqual([
      { locator: row.locator, expected: `“${raw}”`, found: `“${row.raw}”` },
    ]);
  });

  test.each([
    ["a page", handbook, "employment"],
    ["a job profile", careers, "wage"],
    ["a marker in a cell", ashe, "wage"],
  ] as const)("is found out in %s, also by one character less", (_, read, table) => {
    const row = factOf(read, table, hasRaw);
    expect(wrongIn(read, table, row)).toEqual([]);
    const shorter = String(row.raw).slice(0, -1) || "?";
    expect(wrongIn(read, table, row, { raw: shorter })).toHaveLength(1);
  });

  test("is found out at the one of several places that it is about", () => {
    const row = factOf(handbook, "projection", ({ locator }) => String(locator).startsWith("["));
    const words: string[] = JSON.parse(String(row.raw));
    const raw = JSON.stringify([...words.slice(0, -1), "Some openings are projected."]);
    expect(wrongIn(handbook, "projection", row, { raw })).toEqual([
      expect.objectContaining({
        locator: JSON.parse(String(row.locator)).at(-1),
        expected: "“Some openings are projected.”",
      }),
    ]);
  });

  test("is found out where it has words for more places than it names", () => {
    const row = factOf(handbook, "projection", ({ locator }) => String(locator).startsWith("["));
    const raw = JSON.stringify([...JSON.parse(String(row.raw)), "And more."]);
    expect(wrongIn(handbook, "projection", row, { raw })).toHaveLength(1);
  });
});

describe("a value that is its own words", () => {
  const exact = (row: FactRow) => row.qualifier === "exact" && !String(row.raw).includes('"');

  test.each([
    ["an amount", survey, "wage", "amount"],
    ["a precision", survey, "employment", "relative_error_percent"],
    ["a number of jobs", survey, "employment", "jobs"],
    ["hours", ashe, "working_hours", "value"],
  ] as const)("is found out where a digit of %s is another", (_, read, table, column) => {
    const row = factOf(read, table, (one) => exact(one) && typeof one[column] === "number");
    const value = Number(row[column]);
    expect(wrongIn(read, table, row)).toEqual([]);
    expect(wrongIn(read, table, row, { [column]: value + 1 })).toEqual([
      expect.objectContaining({ expected: `${column} “${value + 1}”` }),
    ]);
    expect(wrongIn(read, table, row, { [column]: null })).not.toEqual([]);
  });

  test.each([
    ["a title", handbook, "occupation", "title"],
    ["a summary", careers, "occupation", "summary"],
    ["a citation", handbook, "occupation", "citation"],
    ["a page's date", handbook, "occupation", "page_date"],
    ["a duty", handbook, "duty", "text"],
    ["the introduction of a duty", handbook, "duty", "heading"],
    ["a skill", careers, "quality", "name"],
    ["an entry requirement", careers, "requirement", "text"],
    ["a heading", handbook, "section", "heading"],
    ["prose", handbook, "section", "text"],
    ["a job title of the handbook", compilation, "occupation_name", "name"],
    ["a pay band", compilation, "pay_band", "text"],
  ] as const)("is found out where a letter of %s is missing", (_, read, table, column) => {
    const row = factOf(read, table, (one) => typeof one[column] === "string");
    const value = String(row[column]);
    expect(wrongIn(read, table, row)).toEqual([]);
    for (const changed of [value.slice(1), value.slice(0, -2), `${value}s`])
      expect(wrongIn(read, table, row, { [column]: changed }), changed).toHaveLength(1);
  });

  test("is found out where a paragraph of prose is missing, or stands twice", () => {
    const row = factOf(handbook, "section", ({ text }) => String(text).split("\n\n").length > 2);
    const blocks = String(row.text).split("\n\n");
    for (const changed of [blocks.slice(1), blocks.slice(0, -1), [...blocks, blocks.at(-1)]])
      expect(wrongIn(handbook, "section", row, { text: changed.join("\n\n") })).toHaveLength(1);
  });

  test("is found out where the target of a link in prose is another", () => {
    const row = factOf(handbook, "section", ({ text }) => String(text).includes("](https://"));
    const text = String(row.text).replace("](https://", "](https://x.");
    expect(wrongIn(handbook, "section", row, { text })).toHaveLength(1);
  });

  test("is found out where the bounds of a pay band are not those that it says", () => {
    const row = factOf(compilation, "pay_band", ({ low }) => low !== null);
    expect(wrongIn(compilation, "pay_band", row, { low: Number(row.low) + 1 })).toHaveLength(1);
  });

  test("is found out where a value has no place", () => {
    const row = factOf(
      survey,
      "wage",
      ({ locator, raw }) => raw === null && !String(locator).startsWith('["'),
    );
    expect(wrongIn(survey, "wage", row, { relative_error_percent: 5 })).toEqual([
      { locator: "no place at all", expected: "relative_error_percent “5”", found: "no place for it" },
    ]);
  });
});

describe("a weight", () => {
  const index = written(ukSoc, "coding-index");
  const row = factOf(index, "relation", ({ to_id }) => to_id === "isco-08/8322");

  test("is the number of the entries that have both codes, without those that contradict them", () => {
    expect(row.weight).toBe(2);
    expect(wrongIn(index, "relation", row)).toEqual([]);
  });

  test.each([1, 3])("of %i is found out", (weight) => {
    expect(wrongIn(index, "relation", row, { weight })).toHaveLength(1);
  });

  test("is found out where the entry that contradicts it is no longer named", () => {
    const [locator, raw] = [row.locator, row.raw].map((list) =>
      JSON.stringify(JSON.parse(String(list)).slice(0, 3)),
    );
    expect(wrongIn(index, "relation", row, { locator: locator ?? "", raw: raw ?? "" })).toHaveLength(1);
  });
});

describe("a figure that is withheld", () => {
  const tables = written(ukProjections, "main-tables");
  const row = factOf(tables, "projection", ({ qualifier }) => qualifier === "suppressed");

  test("has the place of the number, and no value", () => {
    expect(wrongIn(tables, "projection", row)).toEqual([]);
  });

  test("is found out where it is told after all", () => {
    expect(wrongIn(tables, "projection", row, { change_jobs: 5 })).toHaveLength(1);
  });
});

describe("a place that was changed", () => {
  test.each([
    [
      "to another cell",
      survey,
      "wage",
      (locator: string) => locator.replace(/\d+$/, (row) => `${Number(row) + 1}`),
    ],
    ["to a cell far below", survey, "wage", (locator: string) => locator.replace(/\d+$/, "9999")],
    ["to another sheet", survey, "wage", (locator: string) => locator.replace("]", "]x")],
    ["to another workbook", survey, "wage", (locator: string) => locator.replace("[", "[x")],
    ["to the heading of another part", handbook, "section", (locator: string) => `${locator}-2`],
    ["to another item", careers, "quality", (locator: string) => locator.replace(/\d+(?=\)$)/, "2")],
    [
      "to another element of the XML",
      compilation,
      "pay_band",
      (locator: string) => locator.replace("range", "value"),
    ],
    [
      "to another occupation of the XML",
      compilation,
      "pay_band",
      (locator: string) => locator.replace(/\[\d+\]/, "[2]"),
    ],
    ["to nothing", compilation, "pay_band", () => "-"],
  ] as const)("%s is found out", (_, read, table, change) => {
    const row = factOf(read, table, ({ locator, raw }) => raw === null && !String(locator).startsWith('["'));
    const locator = change(String(row.locator));
    expect(wrongIn(read, table, row)).toEqual([]);
    expect(wrongIn(read, table, row, { locator })).not.toEqual([]);
  });
});

test("a fact whose table says nothing of its own words is counted as unproved", () => {
  const row = factOf(handbook, "employer_share");
  const proof = proveFact("employer_share", { ...row, raw: null }, reopenDocument(handbook.document));
  expect(proof).toMatchObject({ disproofs: [], unproved: "no column is known to be the words of place 1" });
});

test("a place that cannot be read is told with the reason", () => {
  const refusal = {
    url: "https://www.example.org/",
    locator: "[x.xlsx]All!A1",
    expected: "a value",
    found: "the error #REF!",
  };
  const find = () => {
    throw new DocumentError(refusal);
  };
  const row = { source_id: "us-soc", locator: "[x.xlsx]All!A1", raw: "11-1011" };
  expect(proveFact("occupation", row, find).disproofs).toEqual([
    { locator: "[x.xlsx]All!A1", expected: "“11-1011”", found: "the error #REF!" },
  ]);
});
