import type { Row } from "../../transforms/model/model.ts";
import { count, NOT_PUBLISHED, periodWords, qualified, signed } from "../text/figures.ts";
import { type LabelledLine, payLines } from "./pay-words.ts";
import type { Profile } from "./read-profile.ts";

const REQUIREMENTS = [
  ["entry-education", "Entry-level education"],
  ["work-experience", "Work experience"],
  ["on-the-job-training", "On-the-job training"],
] as const;

/** The main numbers, line by line, in the order of the publisher's own box. */
export function quickFacts(profile: Profile): readonly LabelledLine[] {
  return [
    ...payLines(profile),
    ...requirementLines(profile),
    ...jobsLines(profile),
    ...projectionLines(profile),
    ...hoursLines(profile),
  ];
}

/** The handbook states all three for nearly every occupation; other catalogues have no such fields. */
function requirementLines({ requirements, occupation }: Profile): readonly LabelledLine[] {
  return REQUIREMENTS.flatMap(([kind, label]): LabelledLine[] => {
    const words = requirements.filter((requirement) => requirement.kind === kind).map(({ text }) => text);
    if (words.length === 0 && occupation.scheme !== "us-ooh") return [];
    return [[label, words.join("; ") || NOT_PUBLISHED]];
  });
}

function jobsLines({ employment }: Profile): readonly LabelledLine[] {
  const whole = employment.filter((row) => row.group_title === null && row.industry_id === null);
  if (whole.length === 0) return [["Number of jobs", NOT_PUBLISHED]];
  return whole
    .toReversed()
    .map(
      (row): LabelledLine => ["Number of jobs", `${jobsWords(row)} (${periodWords(row.reference_period)})`],
    );
}

export function jobsWords({ jobs, qualifier }: Pick<Row<"employment">, "jobs" | "qualifier">): string {
  return qualified(jobs === null ? undefined : count(jobs), qualifier);
}

function projectionLines({ projections, widerProjections }: Profile): readonly LabelledLine[] {
  const whole = projections.filter((row) => row.group_title === null && row.industry_id === null);
  if (whole.length === 0)
    return widerProjections.length === 0
      ? [["Job outlook", NOT_PUBLISHED]]
      : widerProjections.toReversed().map((row): LabelledLine => ["Job outlook", widerWords(row)]);
  return whole
    .toReversed()
    .flatMap((row): LabelledLine[] => [
      [row.area === "England" ? "Jobs added, England" : "Jobs added", addedWords(row)],
      ["Growth", growthWords(row)],
      ...openingsLines(row),
    ]);
}

/** Nothing is said of openings where the publisher projects none for any occupation. */
function openingsLines({ annual_openings, area }: Row<"projection">): LabelledLine[] {
  if (annual_openings !== null) return [["Openings", `${count(annual_openings)} a year, on average`]];
  return area === "US" ? [["Openings", NOT_PUBLISHED]] : [];
}

/** "published for the wider group Health professionals only: 234,700 more jobs from 2020 to 2035 (England)" */
function widerWords(row: Profile["widerProjections"][number]): string {
  const added = row.change_jobs === null ? qualified(undefined, row.qualifier) : addedWords(row);
  return `published for the wider group “${row.occupation_title}” only: ${added} (${row.area})`;
}

function addedWords({ change_jobs, base_year, target_year }: Row<"projection">): string {
  if (change_jobs === null) return NOT_PUBLISHED;
  const fewer = change_jobs < 0 ? " (fewer jobs)" : "";
  return `${signed(change_jobs)} from ${base_year} to ${target_year}${fewer}`;
}

function growthWords({ change_percent, outlook, base_year, target_year }: Row<"projection">): string {
  const percent = change_percent === null ? NOT_PUBLISHED : `${signed(change_percent)}%`;
  const words = outlook === null ? "" : ` (${outlook})`;
  return `${percent}${words}, ${base_year} to ${target_year}`;
}

/** Typical hours as a careers service tells them; of a whole distribution, the latest median. */
function hoursLines({ workingHours }: Profile): readonly LabelledLine[] {
  const whole = workingHours.filter(({ group_title }) => group_title === null);
  const typical = whole.filter(({ statistic }) => statistic === "typical");
  const paid = whole
    .filter(({ statistic }) => statistic === "median" || statistic === "mean")
    .toSorted((one, other) => ((one.reference_period ?? "") < (other.reference_period ?? "") ? 1 : -1));
  const statistic = paid.find((row) => row.statistic === "median") ?? paid[0];
  return [
    ...typical.map((row): LabelledLine => ["Typical hours a week", typicalWords(row)]),
    ...(statistic === undefined ? [] : [paidLine(statistic)]),
  ];
}

function paidLine(row: Row<"working_hours">): LabelledLine {
  return [`Paid hours a week, ${row.statistic}`, `${hoursWords(row)} (${periodWords(row.reference_period)})`];
}

/** "37 to 42 a week; evenings / weekends / bank holidays, on shifts" */
function typicalWords(row: Row<"working_hours">): string {
  const hours = [hoursWords(row), row.detail].filter((part) => part !== null).join(" ");
  const pattern = [row.pattern, row.pattern_detail].filter((part) => part !== null).join(", ");
  return pattern === "" ? hours : `${hours}; ${pattern}`;
}

function hoursWords({ value, low, high, qualifier }: Row<"working_hours">): string {
  if (value !== null) return qualified(String(value), qualifier);
  return qualified(low === null || high === null ? undefined : `${low} to ${high}`, qualifier);
}
