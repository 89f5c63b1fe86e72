import { quoted } from "../reading/document-error.ts";
import type { Remark } from "../source.ts";
import type { OptionalColumn, RequiredColumn } from "./columns.ts";
import { type OccupationTable, quoteAt } from "./occupation-table.ts";
import type { ProjectedRow, ProjectionsExtract, Quote } from "./projections-extract.ts";

/** The occupations of an edition: a table, and a second one that tells what the first lacks. */
export type Occupations = Pick<ProjectionsExtract, "openings" | "rows"> & {
  readonly remarks: readonly Remark[];
};

/** @throws DocumentError where the second table has other occupations or other figures. */
export function occupationsOf(first: OccupationTable, second: OccupationTable | undefined): Occupations {
  const rows = first.rows.map((row) => ownRow(first, row));
  const own = { openings: openingsOf(first), rows, remarks: first.remarks };
  return second === undefined ? own : completed(own, first, second);
}

function ownRow(table: OccupationTable, row: number): ProjectedRow {
  const quote = (name: RequiredColumn | "title" | "code") => quoteAt(table.sheet, row, table.column[name]);
  const optional = (...names: OptionalColumn[]): Quote | null => {
    const at = names.map((name) => table.column[name]).find((column) => column !== undefined);
    return at === undefined ? null : quoteAt(table.sheet, row, at);
  };
  return {
    title: quote("title"),
    code: quote("code"),
    type: optional("type"),
    base: quote("base"),
    target: quote("target"),
    change: quote("change"),
    percent: quote("percent"),
    openings: optional("openings", "decadeOpenings"),
    education: optional("education"),
    experience: optional("experience"),
    training: optional("training"),
  };
}

/** Openings of an average year and of the decade are two figures, and no table has both. */
function openingsOf({ sheet, column, headerRow }: OccupationTable): ProjectionsExtract["openings"] {
  const { openings, decadeOpenings } = column;
  if (openings !== undefined && decadeOpenings !== undefined)
    return sheet.refuse(headerRow, decadeOpenings, "openings of an average year, or of the decade");
  if (openings !== undefined) return { of: "year", at: sheet.at(headerRow, openings) };
  return decadeOpenings === undefined ? null : { of: "decade", at: sheet.at(headerRow, decadeOpenings) };
}

const NEEDS = ["type", "education", "experience", "training"] as const;

function completed(own: Occupations, first: OccupationTable, second: OccupationTable): Occupations {
  const others = new Map(
    second.rows.map((row) => [quoteAt(second.sheet, row, second.column.code).text, row]),
  );
  const differing: Quote[] = [];
  const takesOpenings = own.openings === null;
  const rows = own.rows.map((row, index) => {
    const at = others.get(row.code.text);
    others.delete(row.code.text);
    const other = at === undefined ? undefined : ownRow(second, at);
    if (other === undefined) return withoutOther(first, row, first.rows[index] ?? 0, second);
    refuseOtherFigures(first, row, first.rows[index] ?? 0, other);
    if (isDifferent(row.openings, other.openings)) differing.push(other.openings ?? other.code);
    const needs = Object.fromEntries(NEEDS.map((name) => [name, row[name] ?? other[name]]));
    return { ...row, ...needs, openings: takesOpenings ? other.openings : row.openings };
  });
  for (const [code, row] of others)
    second.sheet.refuse(row, second.column.code, `a code of the table in “${first.sheet.name}”`, code);
  return {
    rows,
    openings: own.openings ?? openingsOf(second),
    remarks: [...own.remarks, ...second.remarks, ...otherOpenings(differing, second)],
  };
}

/** A second table can leave out groups; it cannot leave out an occupation. */
function withoutOther(
  { sheet, column }: OccupationTable,
  row: ProjectedRow,
  at: number,
  second: OccupationTable,
): ProjectedRow {
  if (row.type !== null && /^summary$/i.test(row.type.text)) return row;
  return sheet.refuse(at, column.code, `a code of the table in “${second.sheet.name}”`);
}

/** Two tables can give one figure with more digits or fewer; both are right to a tenth. */
const ROUNDING = 0.05 + 1e-6;

function isDifferent(one: Quote | null, other: Quote | null): boolean {
  if (one === null || other === null || one.text === other.text) return false;
  const [a, b] = [one, other].map(({ text }) => Number(text.replaceAll(",", "")));
  return !(a !== undefined && b !== undefined && Math.abs(a - b) <= ROUNDING);
}

function refuseOtherFigures(
  { sheet, column }: OccupationTable,
  row: ProjectedRow,
  at: number,
  other: ProjectedRow,
): void {
  for (const name of ["base", "target", "change", "percent"] as const)
    if (isDifferent(row[name], other[name]))
      sheet.refuse(at, column[name], `${quoted(other[name].text)}, as ${other[name].at} says`);
}

function otherOpenings([first, ...more]: readonly Quote[], { sheet }: OccupationTable): Remark[] {
  if (first === undefined) return [];
  return [
    {
      rule: "tables-differ",
      locator: first.at,
      message: `${more.length + 1} openings of “${sheet.name}” differ from those of the main table, which are kept.`,
    },
  ];
}
