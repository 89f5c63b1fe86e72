import type Database from "better-sqlite3";
import { prepareCounterparts } from "../../sinks/document/counterparts.ts";
import type { MainNumber } from "../../sinks/sqlite/overview.ts";
import { pickNumbers, selectOverview } from "../../sinks/sqlite/overview.ts";
import type { Row } from "../../transforms/model/model.ts";
import { count, money, periodWords, qualified, signed } from "../text/figures.ts";
import { heading, title } from "../text/style.ts";
import { wrap } from "../text/wrap.ts";
import type { Layout } from "../world.ts";

const NUMBERS: readonly MainNumber[] = [
  ...(["median_annual_amount", "median_annual_qualifier", "median_annual_reference_period"] as const),
  ...(["median_hourly_amount", "median_hourly_qualifier", "median_hourly_reference_period"] as const),
  ...(["starter_amount", "starter_qualifier", "experienced_amount", "currency"] as const),
  ...(["hours_low", "hours_high", "median_paid_hours", "jobs", "jobs_year"] as const),
  ...(["largest_employer", "largest_employer_percent"] as const),
  ...(["projected_id", "projected_area", "base_year", "target_year", "change_jobs"] as const),
];

type Qualifier = Row<"wage">["qualifier"];

/** An occupation of the other country, with its main numbers in its own currency and for its own period. */
export type Counterpart = {
  readonly id: string;
  readonly title: string;
  readonly country: string;
  readonly score: number | null;
  readonly method: string;
} & { readonly [N in MainNumber]?: string | number | null };

const MOST_SHOWN = 5;

export function readCounterparts(database: Database.Database, id: string): readonly Counterpart[] {
  const overview = database.prepare<[string], Record<string, unknown>>(
    selectOverview(pickNumbers(NUMBERS), "occupation.id = ?"),
  );
  return prepareCounterparts(database)(id)
    .slice(0, MOST_SHOWN)
    .map((row) => ({ ...row, ...overview.get(String(row.id)) }) as Counterpart);
}

const COUNTRIES: Readonly<Record<string, string>> = {
  UK: "In the United Kingdom",
  US: "In the United States",
};

/** The counterparts, each in a few lines; nothing is converted. */
export function counterpartParagraphs(
  counterparts: readonly Counterpart[],
  layout: Layout,
): readonly string[] {
  const [first] = counterparts;
  if (first === undefined) return [];
  const told = counterparts.map((counterpart) => {
    const { id, title: name, score } = counterpart;
    const sureness = score === null ? "" : `, score ${score}`;
    return [
      wrap(title(`${name} (${id}${sureness})`, layout), layout.width, "  ", "    "),
      ...linesOf(counterpart).map((line) => wrap(line, layout.width, "    ", "      ")),
    ].join("\n");
  });
  return [heading(COUNTRIES[first.country] ?? first.country, layout), ...told];
}

function linesOf(counterpart: Counterpart): string[] {
  return [
    [payWords(counterpart), hoursWords(counterpart)],
    [jobsWords(counterpart), employerWords(counterpart)],
    [outlookWords(counterpart)],
  ]
    .map((parts) => parts.filter((part) => part !== undefined).join(" · "))
    .filter((line) => line !== "");
}

function payWords(row: Counterpart): string | undefined {
  const figure = (amount: unknown, qualifier: unknown, unit: string, period: unknown) =>
    typeof amount === "number" && (row.currency === "USD" || row.currency === "GBP")
      ? `median ${qualified(`${money(amount, row.currency)} ${unit}`, (qualifier ?? "exact") as Qualifier)} (${periodWords(String(period))})`
      : undefined;
  return (
    figure(
      row.median_annual_amount,
      row.median_annual_qualifier,
      "a year",
      row.median_annual_reference_period,
    ) ??
    figure(
      row.median_hourly_amount,
      row.median_hourly_qualifier,
      "an hour",
      row.median_hourly_reference_period,
    ) ??
    editorialWords(row)
  );
}

/** What a careers service says of starters and experienced workers is no median. */
function editorialWords({
  starter_amount,
  experienced_amount,
  starter_qualifier,
}: Counterpart): string | undefined {
  if (starter_qualifier === "variable") return "pay varies";
  return typeof starter_amount === "number" && typeof experienced_amount === "number"
    ? `starters ${money(starter_amount, "GBP")}, experienced ${money(experienced_amount, "GBP")} a year`
    : undefined;
}

function hoursWords({ hours_low, hours_high, median_paid_hours }: Counterpart): string | undefined {
  if (hours_low !== null && hours_low !== undefined) return `${hours_low} to ${hours_high} hours a week`;
  return median_paid_hours === null || median_paid_hours === undefined
    ? undefined
    : `${median_paid_hours} paid hours a week`;
}

function jobsWords({ jobs, jobs_year }: Counterpart): string | undefined {
  return typeof jobs === "number" ? `${count(jobs)} jobs (${jobs_year})` : undefined;
}

function employerWords({ largest_employer, largest_employer_percent }: Counterpart): string | undefined {
  return typeof largest_employer_percent === "number"
    ? `largest employer: ${largest_employer}, ${count(largest_employer_percent)}%`
    : undefined;
}

function outlookWords(row: Counterpart): string | undefined {
  const { change_jobs, projected_id, projected_area, base_year, target_year, id } = row;
  if (typeof change_jobs !== "number") return undefined;
  const whose = projected_id === id ? "" : ` in the wider group ${projected_id}`;
  return `${signed(change_jobs)} jobs${whose} from ${base_year} to ${target_year} (${projected_area})`;
}
