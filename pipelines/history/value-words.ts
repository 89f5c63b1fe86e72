import type { FactTable, Row } from "../../transforms/model/model.ts";
import { count, money, qualified, signed } from "../text/figures.ts";

type Values = Readonly<Record<string, string | number>>;

/** A value for a reader, with the qualifier that says how it is to be read, or why there is none. */
export function valueWords(table: FactTable, values: Values): string {
  return (WORDS[table] ?? otherWords)(values);
}

const WORDS: Partial<Record<FactTable, (values: Values) => string>> = {
  wage: ({ amount, currency, qualifier }) =>
    qualifiedWords(typeof amount === "number" ? money(amount, currencyOf(currency)) : undefined, qualifier),
  pay_band: ({ text }) => String(text),
  employment: ({ jobs, qualifier }) => qualifiedWords(numberWords(jobs, "jobs"), qualifier),
  employer_share: ({ percent, qualifier }) =>
    qualifiedWords(percent === undefined ? undefined : `${percent}%`, qualifier),
  working_hours: (values) => qualifiedWords(hoursWords(values), values.qualifier),
  projection: projectionWords,
};

function currencyOf(currency: string | number | undefined): "USD" | "GBP" {
  return currency === "GBP" ? "GBP" : "USD";
}

function qualifiedWords(figure: string | undefined, qualifier: string | number | undefined): string {
  return qualified(figure, (qualifier ?? "exact") as Row<"wage">["qualifier"]);
}

function numberWords(number: string | number | undefined, unit: string): string | undefined {
  return typeof number === "number" ? `${count(number)} ${unit}` : undefined;
}

function hoursWords({ value, low, high }: Values): string | undefined {
  if (value !== undefined) return `${value} hours a week`;
  return low === undefined && high === undefined ? undefined : `${low ?? ""} to ${high ?? ""} hours a week`;
}

/** Some of a projection can be withheld: what is told is shown, and that the rest is not. */
function projectionWords(values: Values): string {
  const { base_jobs, target_jobs, change_jobs, change_percent, annual_openings, outlook, qualifier } = values;
  const parts = [
    ...(base_jobs === undefined || target_jobs === undefined
      ? []
      : [`${numberWords(base_jobs, "jobs")} to ${numberWords(target_jobs, "jobs")}`]),
    ...(typeof change_jobs === "number" ? [`change ${signed(change_jobs)}`] : []),
    ...(typeof change_percent === "number" ? [`${signed(change_percent)}%`] : []),
    ...(annual_openings === undefined ? [] : [`${numberWords(annual_openings, "openings a year")}`]),
    ...(outlook === undefined ? [] : [String(outlook)]),
    ...(qualifier === "exact" ? [] : [qualifiedWords(undefined, qualifier)]),
  ];
  return parts.join(", ");
}

function otherWords(values: Values): string {
  return Object.values(values).join(" · ");
}
