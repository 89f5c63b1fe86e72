import type { ProjectedRow, Quote } from "../../sources/us-projections/projections-extract.ts";
import type { Fact, Row } from "../model/model.ts";
import { provenanceAt } from "../provenance.ts";
import { refuseWords } from "../refuse-words.ts";
import { CATEGORIES_OF_TABLES, expectedCategory, isCategory, type Need } from "../wording/bls-categories.ts";
import type { TableContext } from "./table.ts";
import { isNotGiven } from "./words.ts";

type Kind = Row<"requirement">["kind"];

const KINDS: Readonly<Record<Need, Kind>> = {
  education: "entry-education",
  experience: "work-experience",
  training: "on-the-job-training",
};

/** What is typically needed to enter an occupation; groups of occupations have nothing assigned. */
export function requirementsFrom(table: TableContext, occupation_id: string, row: ProjectedRow): Fact[] {
  return (["education", "experience", "training"] as const).flatMap((need): Fact[] => {
    const cell = row[need];
    if (cell === null || isNotGiven(cell.text)) return notAssigned(table, row, cell);
    const known = CATEGORIES_OF_TABLES[need];
    if (!isCategory(cell.text, known)) refuseWords(table.extract, cell, expectedCategory(known));
    const told = { kind: KINDS[need], position: 1, route: null, part: null, text: cell.text };
    const provenance = provenanceAt(table.capture, { at: cell.at, raw: null });
    return [{ table: "requirement", row: { occupation_id, ...told, ...provenance } }];
  });
}

function notAssigned({ remarks }: TableContext, row: ProjectedRow, cell: Quote | null): [] {
  if (row.type !== null && /^line item$/i.test(row.type.text))
    remarks.push({
      rule: "nothing-assigned",
      locator: cell?.at ?? row.code.at,
      message: `${row.title.text} is an occupation, and nothing is assigned that it typically needs.`,
    });
  return [];
}
