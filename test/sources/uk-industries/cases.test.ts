import { expect, test } from "vitest";
import type { Fact } from "../../../transforms/model/model.ts";
import { rowsOf } from "../cases/facts-of.ts";
import { placesOf } from "../cases/places-of.ts";
import { describeCases } from "../workbooks/describe-cases.ts";
import { documentOf, type WrittenWorkbook, wordsAt } from "../workbooks/written-workbook.ts";
import { cases } from "./cases.ts";

describeCases(cases, (fact, workbook) => {
  const words = placesOf(fact.row.raw ?? wordsOf(fact));
  const places = placesOf(fact.row.locator);
  expect(places.map((place) => wordsIn(workbook, place ?? ""))).toEqual(words);
});

/** The words of a cell, or of a row of cells such as `C9:G9`. */
function wordsIn(workbook: WrittenWorkbook, place: string): string {
  const [, sheet, from, row, to] = /^(.+!)([A-Z])(\d+):([A-Z])\d+$/.exec(place) ?? [];
  if (from === undefined || to === undefined) return wordsAt(workbook, place);
  const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ".slice(from.charCodeAt(0) - 65, to.charCodeAt(0) - 64);
  return [...letters].map((letter) => wordsAt(workbook, `${sheet}${letter}${row}`)).join(" ");
}

function wordsOf(fact: Fact): string {
  return fact.table === "employment" ? `${fact.row.jobs}` : "nothing else is told without its words";
}

const facts = cases.readingOf(documentOf(cases.written("two-years"))).facts;
const sharesOf = (code: string, year: string) =>
  rowsOf(facts, "employer_share")
    .filter((row) => row.occupation_id.endsWith(code) && row.reference_period === year)
    .map(({ rank, industry_id, percent, qualifier }) => [rank, industry_id.slice(-1), percent, qualifier]);

test("shares are of what is told, the largest first; where a figure is hidden, they are estimated, and hidden ones come last", () => {
  expect(sharesOf("1123", "2024")).toEqual([
    [1, "B", 71.85, "estimated"],
    [2, "D", 28.15, "estimated"],
    [3, "C", null, "suppressed"],
    [4, "E", null, "suppressed"],
  ]);
});

test("where nothing is hidden, shares are exact, and sum to the whole but for rounding", () => {
  const shares = sharesOf("1121", "2024");
  expect(shares.map(([, section, , qualifier]) => [section, qualifier])).toEqual([
    ["C", "exact"],
    ["E", "exact"],
    ["A", "exact"],
    ["B", "exact"],
    ["D", "exact"],
  ]);
  expect(shares.reduce((sum, [, , percent]) => sum + Number(percent), 0)).toBeCloseTo(100, 1);
});

test("an occupation with nothing but markers has no share, and one with nothing to report no row", () => {
  expect(sharesOf("1112", "2024")).toEqual([[1, "C", null, "suppressed"]]);
  expect(sharesOf("9267", "2024")).toEqual([]);
});

test("a section with nothing to report is a figure that is not published, never 0", () => {
  const row = rowsOf(facts, "employment").find(({ locator }) => locator.endsWith("2024!C10"));
  expect(row).toMatchObject({ jobs: null, qualifier: "not-published", raw: "-" });
});

test("the edition is the years that it covers", () => {
  expect(cases.readingOf(documentOf(cases.written("two-years"))).edition).toBe("2023-2024");
  const lone = cases.changed("two-years", (workbook) => {
    delete workbook.sheets["2023"];
    Object.assign(workbook, { url: workbook.url.replaceAll("2023to2024", "2024") });
  });
  expect(cases.readingOf(lone).edition).toBe("2024");
});
