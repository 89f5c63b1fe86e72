import type { ProjectedRow, Quote } from "../../sources/us-projections/projections-extract.ts";
import type { Fact, Row } from "../model/model.ts";
import { provenanceAt } from "../provenance.ts";
import { refuse, type TableContext } from "./table.ts";
import { isNotGiven } from "./words.ts";

type Kind = Row<"requirement">["kind"];
type Column = "education" | "experience" | "training";

const KINDS: Readonly<Record<Column, Kind>> = {
  education: "entry-education",
  experience: "work-experience",
  training: "on-the-job-training",
};

/**
 * The publisher's categories; two of education were called otherwise until 2012–22. Source: Employment Projections,
 * “Measures of education and training”.
 */
const CATEGORIES: Readonly<Record<Column, ReadonlySet<string>>> = {
  education: new Set([
    "No formal educational credential",
    "Less than high school",
    "High school diploma or equivalent",
    "Some college, no degree",
    "Postsecondary nondegree award",
    "Postsecondary non-degree award",
    "Associate's degree",
    "Bachelor's degree",
    "Master's degree",
    "Doctoral or professional degree",
  ]),
  experience: new Set(["None", "Less than 5 years", "5 years or more"]),
  training: new Set([
    "None",
    "Short-term on-the-job training",
    "Moderate-term on-the-job training",
    "Long-term on-the-job training",
    "Apprenticeship",
    "Internship/residency",
  ]),
};

/** What is typically needed to enter an occupation; groups of occupations have nothing assigned. */
export function requirementsFrom(table: TableContext, occupation_id: string, row: ProjectedRow): Fact[] {
  return (["education", "experience", "training"] as const).flatMap((column): Fact[] => {
    const cell = row[column];
    if (cell === null || isNotGiven(cell.text)) return notAssigned(table, row, cell);
    if (!CATEGORIES[column].has(cell.text.replaceAll("’", "'")))
      refuse(
        table.extract,
        cell,
        `one of the publisher's categories (${[...CATEGORIES[column]].join(", ")})`,
      );
    const told = { kind: KINDS[column], position: 1, route: null, part: null, text: cell.text };
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
