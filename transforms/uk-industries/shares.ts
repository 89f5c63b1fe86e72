import type { IndustriesExtract, Section } from "../../sources/uk-industries/industries-extract.ts";
import type { CaptureReference } from "../facts.ts";
import type { Fact } from "../model/model.ts";
import { type Place, provenanceAt } from "../provenance.ts";
import { industryId, unitGroupId, type YearRow, yearRows } from "./table.ts";

/**
 * Which sections employ a unit group, computed from the counts: of all that are told, the largest first, in hundredths of a
 * percent. Where a count of the row is hidden, shares are of what is told, and so `estimated`: they are a little too high.
 * Hidden sections come last, without a share; sections with nothing to report have no row.
 */
export function sharesFrom(words: IndustriesExtract, capture: CaptureReference): Fact[] {
  return yearRows(words).flatMap((row) => sharesOf(row, capture));
}

type Share = {
  readonly section: Section;
  readonly percent: number | null;
  readonly qualifier: "exact" | "estimated" | "suppressed";
  readonly places: readonly Place[];
};

function sharesOf(row: YearRow, capture: CaptureReference): Fact[] {
  return [...toldShares(row), ...hiddenShares(row)].map(({ section, percent, qualifier, places }, index) => ({
    table: "employer_share",
    row: {
      occupation_id: unitGroupId(row.occupation),
      area: "UK",
      group_title: null,
      group_id: null,
      rank: index + 1,
      industry_id: industryId(section),
      percent,
      qualifier,
      basis: "derived",
      reference_period: row.year,
      ...provenanceAt(capture, ...places),
    },
  }));
}

function toldShares({ cells, at: range }: YearRow): Share[] {
  const told = cells.flatMap(({ section, cell, at }) =>
    typeof cell === "number" ? [{ section, persons: cell, at }] : [],
  );
  const sum = told.reduce((total, { persons }) => total + persons, 0);
  const row: Place = { at: range, raw: cells.map(({ cell }) => cell).join(" ") };
  return told
    .sort((one, other) => other.persons - one.persons || byLetter(one, other))
    .map(({ section, persons, at }) => ({
      section,
      percent: hundredths((100 * persons) / sum),
      qualifier: cells.some(({ cell }) => cell === "*") ? "estimated" : "exact",
      places: [{ at, raw: `${persons}` }, row],
    }));
}

function hiddenShares({ cells }: YearRow): Share[] {
  return cells
    .filter(({ cell }) => cell === "*")
    .sort(byLetter)
    .map(({ section, at }) => ({
      section,
      percent: null,
      qualifier: "suppressed",
      places: [{ at, raw: "*" }],
    }));
}

type InSection = { readonly section: Section };

function byLetter(one: InSection, other: InSection): number {
  return one.section.letter < other.section.letter ? -1 : 1;
}

function hundredths(percent: number): number {
  return Math.round(percent * 100) / 100;
}
