import { utils } from "@e965/xlsx";
import type { Sheet } from "../reading/sheet.ts";
import { findTable } from "../reading/sheet-table.ts";
import type { Remark } from "../source.ts";
import type { OewsKind } from "./editions.ts";
import { COLUMNS, type ColumnName, NAMES, type NameColumn, type OewsExtract } from "./oews-extract.ts";

type RowColumn = NameColumn | "area" | "areaTitle" | "industryGroup" | "ownership";
type Column = RowColumn | ColumnName;

/** In capitals since May 2021, reported to be in lower case before. */
const HEADERS: Readonly<Record<Exclude<Column, "percentOfIndustry">, RegExp>> = {
  area: /area/i,
  areaTitle: /area_title/i,
  industry: /naics/i,
  industryTitle: /naics_title/i,
  industryGroup: /i_group/i,
  ownership: /own_code/i,
  occupation: /occ_code/i,
  occupationTitle: /occ_title/i,
  group: /o_group/i,
  jobs: /tot_emp/i,
  jobsError: /emp_prse/i,
  hourMean: /h_mean/i,
  yearMean: /a_mean/i,
  meanError: /mean_prse/i,
  hourP10: /h_pct10/i,
  hourP25: /h_pct25/i,
  hourMedian: /h_median/i,
  hourP75: /h_pct75/i,
  hourP90: /h_pct90/i,
  yearP10: /a_pct10/i,
  yearP25: /a_pct25/i,
  yearMedian: /a_median/i,
  yearP75: /a_pct75/i,
  yearP90: /a_pct90/i,
  annual: /annual/i,
  hourly: /hourly/i,
};

/** What share of an industry's jobs the occupation has: not a share of the occupation. It checks the rows of a sector. */
const PERCENT_OF_INDUSTRY = /pct_total/i;

/**
 * Columns that are not read: the kind and the state of an area that is the whole nation; jobs per thousand and location
 * quotients, which only smaller areas have; the percent of workplaces that report the occupation.
 */
const LEFT_OUT: readonly RegExp[] = [
  /area_type/i,
  /prim_state/i,
  /jobs_1000/i,
  /loc[_ ]q(?:uotient)?/i,
  /pct_rpt/i,
];

/** Where the columns of a sheet stand, from 0. */
export type SurveyColumns = {
  readonly of: Readonly<Record<RowColumn, number>>;
  /** In the order of `COLUMNS`; `undefined` where the sheet has no such column. */
  readonly figures: readonly (number | undefined)[];
  readonly headerRow: number;
  readonly letters: OewsExtract["letters"];
  readonly remarks: readonly Remark[];
};

/** @throws DocumentError where a column is missing, or its words stand over two */
export function findColumns(sheet: Sheet, kind: OewsKind): SurveyColumns {
  const { column, headerRow, remarks } =
    kind === "sectors"
      ? findTable(sheet, {
          headerRows: 1,
          columns: { ...HEADERS, percentOfIndustry: PERCENT_OF_INDUSTRY },
          ignored: LEFT_OUT,
        })
      : findTable(sheet, { headerRows: 1, columns: HEADERS, ignored: [...LEFT_OUT, PERCENT_OF_INDUSTRY] });
  const places: Readonly<Partial<Record<Column, number>>> = column;
  const letterOf = (name: Column) => (places[name] === undefined ? "" : utils.encode_col(places[name]));
  return {
    of: column,
    figures: COLUMNS.map((name) => places[name]),
    headerRow,
    letters: Object.fromEntries(
      [...NAMES, ...COLUMNS].map((name) => [name, letterOf(name)]),
    ) as OewsExtract["letters"],
    remarks,
  };
}
