import {
  type ProjectedRow,
  type ProjectionsExtract,
  projectionsExtract,
} from "../sources/us-projections/projections-extract.ts";
import { classifiedOccupation } from "./classified-occupation.ts";
import type { CaptureReference, Normalise, Normalised } from "./facts.ts";
import type { Fact } from "./model/model.ts";
import { provenanceAt } from "./provenance.ts";
import { refuseWords } from "./refuse-words.ts";
import { levelOf, schemeOf } from "./us-projections/classification.ts";
import { figuresOf } from "./us-projections/figures.ts";
import { requirementsFrom } from "./us-projections/needs.ts";
import { distinctRows } from "./us-projections/rows.ts";
import type { TableContext } from "./us-projections/table.ts";
import { codeOf, personsOf, titleOf } from "./us-projections/words.ts";

/** The words of a table of projections → occupations, projections and what is typically needed. */
export const normaliseUsProjections: Normalise = (_kind, extract, capture) =>
  fromTable(projectionsExtract.parse(extract), capture);

function fromTable(extract: ProjectionsExtract, capture: CaptureReference): Normalised {
  const table: TableContext = { extract, scheme: schemeOf(extract), capture, remarks: [] };
  const facts = distinctRows(table).flatMap((row) => occupationFacts(table, row));
  const { base, target, openings } = extract;
  if (openings?.of === "decade")
    table.remarks.push({
      rule: "left-out",
      locator: openings.at,
      message: `The openings of ${base} to ${target} are of the whole decade, and counted in another way: they are left out.`,
    });
  return { facts, remarks: table.remarks, edition: `${base}-${String(target).slice(2)}` };
}

function occupationFacts(table: TableContext, row: ProjectedRow): Fact[] {
  const { extract, scheme } = table;
  const code = codeOf(row.code.text) ?? refuseWords(extract, row.code, "a SOC code");
  const title = titleOf(row.title.text) ?? refuseWords(extract, row.title, "a title");
  const id = `${scheme}/${code}`;
  return [
    classifiedOccupation(
      { scheme, code, level: levelOf(scheme, code), country: "US", title },
      table.capture,
      { at: row.code.at, raw: row.code.text },
      { at: row.title.at, raw: row.title.text },
    ),
    projectionFrom(table, id, row),
    ...requirementsFrom(table, id, row),
  ];
}

function projectionFrom(table: TableContext, occupation_id: string, row: ProjectedRow): Fact {
  const { base, target, openings } = table.extract;
  const figures = figuresOf(table, row);
  const isAnnual = openings?.of === "year";
  const cells = [row.base, row.target, row.change, row.percent, ...(isAnnual ? [row.openings] : [])];
  return {
    table: "projection",
    row: {
      occupation_id,
      area: "US",
      industry_id: null,
      group_title: null,
      group_id: null,
      qualifier: "exact",
      base_year: base,
      target_year: target,
      base_jobs: personsOf(figures.base),
      target_jobs: personsOf(figures.target),
      change_jobs: personsOf(figures.change),
      change_percent: figures.percent,
      annual_openings: isAnnual && figures.openings !== null ? personsOf(figures.openings) : null,
      outlook: null,
      ...provenanceAt(
        table.capture,
        ...cells.flatMap((cell) => (cell === null ? [] : [{ at: cell.at, raw: cell.text }])),
      ),
    },
  };
}
