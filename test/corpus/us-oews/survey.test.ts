import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { DocumentError } from "../../../sources/reading/document-error.ts";
import {
  COLUMNS,
  type ColumnName,
  type OewsExtract,
  oewsExtract,
} from "../../../sources/us-oews/oews-extract.ts";
import { usOews } from "../../../sources/us-oews/source.ts";
import { normaliseUsOews } from "../../../transforms/from-us-oews.ts";
import type { Fact } from "../../../transforms/model/model.ts";
import { expectLawful } from "../../sources/cases/lawful-facts.ts";
import { hasCorpus, ZIPS } from "./corpus.ts";
import { secondReading } from "./second-reading.ts";

const CAPTURE = { id: "saved", sourceId: "us-oews" };

/** Two columns of errors are alike: where each row has both, that they change places is not noticed. */
const UNNOTICED: Readonly<Record<string, readonly string[]>> = {
  oesm21nat: [],
  oesm22nat: ["jobsError meanError"],
  oesm23nat: ["jobsError meanError"],
  oesm24nat: ["jobsError meanError"],
};

if (!hasCorpus) it.skip("two readings of the saved surveys");

describe.each(hasCorpus ? ZIPS : [])("$name", ({ name, url, path }) => {
  const kind = usOews.kindOf(url) ?? "";
  const reading = usOews.readers[kind]?.read({ url, mediaType: "application/zip", body: readFileSync(path) });
  const extract = oewsExtract.parse(reading?.extract);
  const { facts, remarks, edition } = normaliseUsOews(kind, extract, CAPTURE);
  const second = secondReading(path);

  it("two independent readings have the same jobs and wages, cell by cell", () => {
    expectSame(facts.flatMap(figureLine), second.figures);
    expect(second.figures.length).toBeGreaterThan(15_000);
  });

  it("both have the same occupations and industries, and the same shares of these", () => {
    expectSame(facts.flatMap(occupationLine), second.occupations);
    expectSame(
      facts.flatMap(({ table, row }) => (table === "industry" ? [`${row.code} | ${row.title}`] : [])),
      second.industries,
    );
    expectSame(facts.flatMap(shareLine), second.shares.map(onePercent));
  });

  it("every fact is one that the model allows, and none is told twice", () => {
    expectLawful(facts);
  });

  it("nothing is remarked on", () => {
    expect([...(reading?.remarks ?? []), ...remarks]).toEqual([]);
    expect(edition).toBe(`May 20${name.slice(4, 6)}`);
  });

  it("the extract comes back from the store as it was", () => {
    const stored = JSON.stringify(extract);
    expect(oewsExtract.parse(JSON.parse(stored))).toEqual(extract);
    expect(stored.length).toBeLessThan(kind === "national" ? 500_000 : 4_000_000);
  });

  it.skipIf(kind === "sectors")("two columns that change places under their headers are noticed", () => {
    expect(swapsUnnoticed(extract)).toEqual(UNNOTICED[name]);
  });
});

/** In both directions: neither has a line that the other lacks. */
function expectSame(first: readonly string[], second: readonly string[]): void {
  const [ours, theirs] = [new Set(first), new Set(second)];
  expect(first.filter((line) => !theirs.has(line)).slice(0, 10)).toEqual([]);
  expect(second.filter((line) => !ours.has(line)).slice(0, 10)).toEqual([]);
  expect(first.length).toBe(second.length);
}

/** Facts in the words of the second reading. */
function figureLine({ table, row }: Fact): string[] {
  if (table !== "wage" && table !== "employment") return [];
  const raws: (string | null)[] = row.raw?.startsWith("[") ? JSON.parse(row.raw) : [row.raw];
  const value = table === "wage" ? row.amount : row.jobs;
  const what = table === "wage" ? `${row.period} ${row.statistic}` : "jobs";
  return [
    [
      row.occupation_id.replace("us-soc-2018/", ""),
      row.industry_id?.replace("naics-2022/", "") ?? "-",
      what,
      raws[0] ?? value,
      row.relative_error_percent ?? "-",
    ].join(" | "),
  ];
}

/** What the survey calls detailed or total has the level matrix where the classification has no such code. */
function occupationLine({ table, row }: Fact): string[] {
  if (table !== "occupation") return [];
  const level = row.code === "00-0000" ? "total" : row.level === "matrix" ? "detailed" : row.level;
  return [[row.code, level, row.title].join(" | ")];
}

function shareLine({ table, row }: Fact): string[] {
  if (table !== "employer_share") return [];
  const industry = row.industry_id.replace("naics-2022/", "");
  return [
    onePercent([row.occupation_id.replace("us-soc-2018/", ""), industry, row.percent ?? "-"].join(" | ")),
  ];
}

/** `12.50` and `12.5` are one percent. */
function onePercent(line: string): string {
  return line.replace(/[\d.]+$/, (percent) => `${Number(percent)}`);
}

function swapsUnnoticed(extract: OewsExtract): string[] {
  const unnoticed: string[] = [];
  for (const one of COLUMNS)
    for (const other of COLUMNS)
      if (one < other && one !== "percentOfIndustry" && other !== "percentOfIndustry")
        if (!isRefused(swapped(extract, one, other))) unnoticed.push(`${one} ${other}`);
  return unnoticed;
}

function swapped(extract: OewsExtract, one: ColumnName, other: ColumnName): OewsExtract {
  const [first, second] = [COLUMNS.indexOf(one), COLUMNS.indexOf(other)];
  const rows = extract.rows.map((row) => {
    const cells = [...row.cells];
    [cells[first], cells[second]] = [cells[second] ?? null, cells[first] ?? null];
    return { ...row, cells };
  });
  return { ...extract, rows };
}

function isRefused(extract: OewsExtract): boolean {
  try {
    normaliseUsOews(extract.kind, extract, CAPTURE);
    return false;
  } catch (error) {
    if (error instanceof DocumentError) return true;
    throw error;
  }
}
