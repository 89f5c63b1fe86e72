import type { TableLayout } from "../reading/sheet-table.ts";
import { type Edition, spanPattern } from "./edition.ts";

export type RequiredColumn = "base" | "target" | "change" | "percent";
export type OptionalColumn =
  | ("title" | "code" | "type" | "openings" | "decadeOpenings")
  | ("education" | "experience" | "training");
export type ProjectionsLayout = TableLayout<RequiredColumn, OptionalColumn>;

/** Marks of footnotes that can follow any header: “[1]”, “(1)”. */
const MARKS = "(?:\\s*(?:\\[\\d+\\]|\\(\\d+\\)))*";

function header(source: string): RegExp {
  return new RegExp(`(?:${source})${MARKS}`, "i");
}

/** One header over the titles and the codes, merged across both, in tables with several header rows. */
export const TITLE_AND_CODE = header("\\d{4} National Employment Matrix title and code");

/** Of what is typically needed, the same words in every edition. */
export const NEEDS = {
  education: header("Typical (?:education needed for entry|entry-level education)"),
  experience: header("Work experience in a related occupation"),
  training: header("Typical on-the-job training(?: needed to attain competency in the occupation)?"),
};

/** Left out: shares are computed from the figures, wages are the wage survey's, the rest is no figure. */
const IGNORED = [
  TITLE_AND_CODE,
  header("(?:Employment,? )?(?:Percent distribution|distribution,? percent),? \\d{4}"),
  header("Percent self[- ]employed,? \\d{4}"),
  header("(?:Median annual wage,?(?: dollars,?)? \\d{4}|\\d{4} median annual wage)"),
  header("Related Occupational Outlook Handbook \\(OOH\\) content(?: xlsx)?"),
];

/**
 * The columns of a table of the workbook. Header rows are read from the top down as one phrase: “Employment, 2024” in one
 * row is “Employment Number 2014” in three.
 */
export function workbookLayout(edition: Edition, headerRows: number): ProjectionsLayout {
  const span = spanPattern(edition);
  const jobs = (year: number) =>
    header(
      `Employment(?:,? (?:Number|Numeric))?(?:,? \\((?:numbers? )?(?:in )?thousands\\))?,? (?:projected )?${year}`,
    );
  const change = "(?:(?:Employment )?change|Change in employment),?";
  return {
    headerRows,
    columns: {
      base: jobs(edition.base),
      target: jobs(edition.target),
      change: header(`${change} (?:(?:numeric|number),? ${span}|${span},? (?:numeric|number))`),
      percent: header(`${change} (?:percent,? ${span}|${span},? percent)`),
    },
    optional: {
      title: header(`${edition.base} National Employment Matrix title`),
      code: header(`${edition.base} National Employment Matrix code`),
      type: header("Occupation type"),
      openings: header(`Occupational openings,? ${span},? annual average`),
      decadeOpenings: header(`(?:Total )?Job openings due to growth and replacements?(?: needs)?,? ${span}`),
      ...NEEDS,
    },
    ignored: IGNORED,
  };
}

/** The columns of an export: one header row; that of 2012–22 has lost blanks between words. */
export function exportLayout(edition: Edition): ProjectionsLayout {
  const span = spanPattern(edition);
  const thousands = "(?: ?\\(in ?thousands\\)| \\(thousands\\))?";
  return {
    headerRows: 1,
    columns: {
      base: header(`(?:Employment )?${edition.base}${thousands}`),
      target: header(`(?:Employment )?${edition.target}${thousands}`),
      change: header(`Employment change, ${span}${thousands}|Number \\(in ?thousands\\)`),
      percent: header(`Employment (?:percent change, ${span}|change, ${span} \\(percent\\))|Percent`),
    },
    optional: {
      title: header("(?:Occupation )?Title"),
      code: header("(?:SOC|Occupation) Code"),
      openings: header(`Occupational openings, ${span} annual average${thousands}`),
      decadeOpenings: header(`Job ?openings ?due ?to ?growth ?and ?replacement ?needs, ?${span}${thousands}`),
      ...NEEDS,
    } as Record<OptionalColumn, RegExp>,
    ignored: [...IGNORED, header("Education Code"), header("Workex Code"), header("trCode")],
  };
}
