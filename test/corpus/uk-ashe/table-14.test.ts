import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { DocumentError } from "../../../sources/reading/document-error.ts";
import { DATASET } from "../../../sources/uk-ashe/address.ts";
import {
  type AsheExtract,
  type AsheSheet,
  type AsheWorkbook,
  asheExtract,
  COLUMNS,
} from "../../../sources/uk-ashe/ashe-extract.ts";
import { ukAshe } from "../../../sources/uk-ashe/source.ts";
import { normaliseUkAshe } from "../../../transforms/from-uk-ashe.ts";
import type { Fact } from "../../../transforms/model/model.ts";
import { refuseMovedFigures } from "../../../transforms/uk-ashe/arithmetic.ts";
import { refuseForeignQuality } from "../../../transforms/uk-ashe/quality-agreement.ts";
import { expectLawful } from "../../sources/cases/lawful-facts.ts";
import { hasCorpus, LONE, LONE_NAME, ZIP } from "./corpus.ts";
import { booksInXls, booksInZip, figuresIn, groupsIn } from "./second-reading.ts";

const FILE = `https://www.ons.gov.uk/file?uri=${DATASET}`;

const DOCUMENTS = [
  {
    name: "2024 provisional, zip",
    kind: "zip",
    url: `${FILE}/2024/ashetable142024provisional.zip`,
    path: ZIP,
    books: () => booksInZip(ZIP),
    remarks: ["no-coefficients-of-variation", "no-coefficients-of-variation"],
    // All of these hours are precise, the median and the mean alike.
    unnoticed: [
      "'[PROV - Occupation SOC20 (4) Table 14.9b   Paid hours worked - Total 2024 CV.xlsx]Full-Time' median mean",
    ],
  },
  {
    name: "2022 provisional, one workbook",
    kind: "workbook",
    url: `${FILE}/2022/${encodeURIComponent(LONE_NAME)}`,
    path: LONE,
    books: () => booksInXls(LONE),
    remarks: [],
    unnoticed: [],
  },
];

const normalise = (kind: string, extract: AsheExtract) =>
  normaliseUkAshe(kind, extract, { id: "saved", sourceId: "uk-ashe" });

/** A fact in the words of the second reading; `undefined` for facts that tell no figure. */
function lineOf({ table, row }: Fact): string | undefined {
  if (table === "occupation") return undefined;
  const raws: (string | null)[] = row.locator.startsWith("[") ? JSON.parse(row.raw ?? "") : [row.raw];
  const code = "occupation_id" in row ? row.occupation_id.replace("uk-soc-2020/", "") : "";
  const marker = raws[0] ?? "blank";
  const error = ("relative_error_percent" in row ? row.relative_error_percent : null) ?? "-";
  if (table === "wage")
    return [code, `${row.period} ${row.group_title ?? "-"}`, row.statistic, row.amount ?? marker, error].join(
      " | ",
    );
  if (table === "working_hours")
    return [code, `hours ${row.group_title ?? "-"}`, row.statistic, row.value ?? marker, error].join(" | ");
  if (table !== "employment") throw new Error(`${table} is not expected.`);
  const title = row.group_title ?? "-";
  const group = title.replace(/,? ?in the same job for more than a year/i, "") || "-";
  const what = /same job/.test(title) ? "stayers" : "jobs";
  return [code, `${what} ${group}`, "jobs", row.jobs === null ? marker : row.jobs / 1_000, error].join(" | ");
}

if (!hasCorpus) it.skip("two readings of the saved tables");

describe.each(hasCorpus ? DOCUMENTS : [])("$name", (document) => {
  const { kind, url, path, books } = document;
  const reading = ukAshe.readers[kind]?.read({ url, mediaType: "", body: readFileSync(path) });
  const extract = asheExtract.parse(reading?.extract);
  const { facts, remarks, edition } = normalise(kind, extract);

  it("two independent readings have the same figures, cell by cell", () => {
    const first = facts.flatMap((fact) => lineOf(fact) ?? []).sort();
    const second = figuresIn(books()).sort();
    expect(first.length).toBeGreaterThan(20_000);
    expect(first.filter((line, index) => line !== second[index])).toEqual([]);
    expect(second.length).toBe(first.length);
  });

  it("both have the same 551 groups of the classification", () => {
    const groups = facts.flatMap((fact) =>
      fact.table === "occupation" ? [`${fact.row.code} | ${fact.row.title}`] : [],
    );
    expect(groups).toEqual(groupsIn(books()));
    expect(groups).toHaveLength(551);
  });

  it("every fact is one that the model allows, and none is told twice", () => {
    expectLawful(facts);
  });

  it("nothing is remarked on but tables without coefficients of variation", () => {
    expect([...(reading?.remarks ?? []), ...remarks].map(({ rule }) => rule)).toEqual(document.remarks);
    expect(edition).toBe(document.name.split(",")[0]);
  });

  it("the extract comes back from the store as it was, and takes less than a megabyte", () => {
    const stored = JSON.stringify(extract);
    expect(asheExtract.parse(JSON.parse(stored))).toEqual(extract);
    expect(stored.length).toBeLessThan(1_000_000);
  });

  it("two columns that change places under their headers are noticed, in any sheet", () => {
    const unnoticed = extract.estimates.flatMap((workbook) =>
      workbook.sheets.flatMap((sheet) => swapsUnnoticed(sheetAlone(extract, workbook, sheet))),
    );
    expect(unnoticed).toEqual(document.unnoticed);
  });
});

/** One sheet of estimates with its coefficients of variation, which can be told right or wrong without the others. */
function sheetAlone(extract: AsheExtract, { table, file }: AsheWorkbook, sheet: AsheSheet): AsheExtract {
  const quality = extract.quality
    .filter((book) => book.table === table)
    .map((book) => ({ ...book, sheets: book.sheets.filter(({ name }) => name === sheet.name) }));
  return { ...extract, estimates: [{ table, file, sheets: [sheet] }], quality };
}

function swapsUnnoticed(words: AsheExtract): string[] {
  const edition = { year: "2024", status: "provisional", scheme: "uk-soc-2020" } as const;
  const book = { words, edition, capture: { id: "saved", sourceId: "uk-ashe" }, remarks: [] };
  const unnoticed: string[] = [];
  for (const sheet of [...words.estimates, ...words.quality].flatMap(({ sheets }) => sheets))
    for (let one = 0; one < COLUMNS.length; one++)
      for (let other = one + 1; other < COLUMNS.length; other++) {
        const swap = () => {
          for (const row of sheet.cells) [row[one], row[other]] = [row[other] ?? null, row[one] ?? null];
        };
        swap();
        const check = () => {
          refuseMovedFigures(words);
          refuseForeignQuality(book);
        };
        if (!isRefused(check)) unnoticed.push(`${sheet.at} ${COLUMNS[one]} ${COLUMNS[other]}`);
        swap();
      }
  return unnoticed;
}

function isRefused(read: () => unknown): boolean {
  try {
    read();
    return false;
  } catch (error) {
    if (error instanceof DocumentError) return true;
    throw error;
  }
}
