import { fold } from "../reading/text.ts";

/** `provisional` is published in the autumn of the year, `revised` a year later. */
export type Status = "provisional" | "revised";

/** What the publisher's name of a workbook says. */
export type MemberName = {
  /** `14.7` */
  readonly table: string;
  /** The coefficients of variation of that table, instead of its estimates. */
  readonly isQuality: boolean;
  /** `Annual pay - Gross` */
  readonly measure: string;
  readonly year: string;
  readonly status: Status;
  readonly classification: "uk-soc-2010" | "uk-soc-2020";
};

/**
 * `PROV - Occupation SOC20 (4) Table 14.7a   Annual pay - Gross 2024.xlsx`, without `PROV - ` when revised, with ` CV` for
 * the coefficients of variation. Names of before 2011 have no edition of the classification: those are SOC 2000.
 */
const NAME =
  /^(?<provisional>PROV ?- ?)?Occupation SOC(?:20)?(?<soc>10|20) \(4\) Table (?<table>14\.\d{1,2})(?<part>[ab])? (?<measure>\S.*?) (?<year>20\d{2})(?<cv> CV)?\.xlsx?$/i;

/** What a name says; `undefined` where it is not of the publisher's form. */
export function memberNamed(name: string): MemberName | undefined {
  const { provisional, soc, table, part, measure, year, cv } = NAME.exec(fold(name))?.groups ?? {};
  if (table === undefined || measure === undefined || year === undefined) return undefined;
  const isQuality = part?.toLowerCase() === "b";
  if (isQuality !== (cv !== undefined)) return undefined;
  return {
    table,
    isQuality,
    measure,
    year,
    status: provisional === undefined ? "revised" : "provisional",
    classification: soc === "10" ? "uk-soc-2010" : "uk-soc-2020",
  };
}
