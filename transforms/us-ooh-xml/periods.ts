import { DocumentError, quoted } from "../../sources/reading/document-error.ts";
import type { CompilationExtract } from "../../sources/us-ooh-xml/compilation-extract.ts";
import { monthOfYear, spanOf } from "../wording/period.ts";

/** The periods that all figures of a compilation are about. */
export type Periods = {
  /** "2024-05": the wage survey. */
  readonly survey: string;
  readonly base: number;
  readonly target: number;
};

/** What explains a quick fact names its period; each wording, as published since 2024. */
const HELPS: Readonly<Record<string, { pattern: RegExp; says: (parts: Parts) => Partial<Periods> }>> = {
  qf_median_pay_annual: wage(),
  qf_median_pay_hourly: wage(),
  qf_number_of_jobs: {
    pattern:
      /in (?<base>\d{4}), which is the base year of the (?<span>\d{4}[–-]\d{2,4}) employment projections\.$/,
    says: ({ base, span }) => ({ ...spanOf(span ?? ""), base: Number(base) }),
  },
  qf_employment_outlook: {
    pattern: /^The projected percent change in employment from (?<base>\d{4}) to (?<target>\d{4})\./,
    says: years,
  },
  qf_employment_openings: {
    pattern: /^The projected numeric change in employment from (?<base>\d{4}) to (?<target>\d{4})\.$/,
    says: years,
  },
};

type Parts = Readonly<Record<string, string | undefined>>;

function wage(): (typeof HELPS)[string] {
  return {
    pattern:
      /\bIn (?<month>[A-Z][a-z]+) (?<year>\d{4}), the median annual wage for all workers was \$[\d,]+\.$/,
    says: ({ month, year }) => ({ survey: monthOfYear(month ?? "", year ?? "") ?? "" }),
  };
}

function years({ base, target }: Parts): Partial<Periods> {
  return { base: Number(base), target: Number(target) };
}

/**
 * The header tells the periods once, for all occupations; what explains their quick facts must agree. Nothing else tells
 * which figures the occupations' numbers are: `qf_employment_openings` is the change, because its explanation says so.
 */
export function periodsOf(extract: CompilationExtract): Periods {
  const refuse = ({ text, at }: { text: string; at: string }, expected: string): never => {
    throw new DocumentError({ url: extract.url, locator: at, expected, found: quoted(text) });
  };
  const { baseYear, targetYear, referenceYear, referencePeriod, helps } = extract;
  const year = (element: typeof baseYear) =>
    /^\d{4}$/.test(element.text) ? Number(element.text) : refuse(element, "a year");
  const [, month = "", surveyYear = ""] = /^([A-Z][a-z]+) (\d{4})$/.exec(referencePeriod.text) ?? [];
  const survey = monthOfYear(month, surveyYear) ?? refuse(referencePeriod, "a month and a year");
  if (surveyYear !== referenceYear.text) refuse(referenceYear, `${surveyYear}, the year of the survey`);
  const periods: Periods = { survey, base: year(baseYear), target: year(targetYear) };
  if (periods.target <= periods.base) refuse(targetYear, `a year after ${periods.base}`);
  for (const help of helps) {
    const known = HELPS[help.fact];
    const parts = known?.pattern.exec(help.text)?.groups;
    if (known === undefined || parts === undefined)
      return refuse(help, "the explanation that names its period");
    const said = Object.entries(known.says(parts));
    if (said.some(([name, value]) => periods[name as keyof Periods] !== value))
      refuse(help, `the periods of the header (${survey}, ${periods.base} to ${periods.target})`);
  }
  return periods;
}
