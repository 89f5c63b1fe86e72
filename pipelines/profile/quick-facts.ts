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

function projectionLines({ projections }: Profile): readonly LabelledLine[] {
  const whole = projections.filter((row) => row.group_title === null && row.industry_id === null);
  if (whole.length === 0) return [["Job outlook", NOT_PUBLISHED]];
  return whole.toReversed().flatMap((row): LabelledLine[] => [
    ["Jobs added", addedWords(row)],
    ["Growth", growthWords(row)],
    [
      "Openings",
      row.annual_openings === null ? NOT_PUBLISHED : `${count(row.annual_openings)} a year, on average`,
    ],
  ]);
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

function hoursLines({ workingHours }: Profile): readonly LabelledLine[] {
  return workingHours.map((row): LabelledLine => {
    const label = `Hours a week, ${[row.statistic, row.group_title].filter((part) => part !== null).join(", ")}`;
    return [label, [hoursWords(row), row.detail, row.pattern].filter((part) => part !== null).join(", ")];
  });
}

function hoursWords({ value, low, high, qualifier }: Row<"working_hours">): string {
  if (value !== null) return qualified(String(value), qualifier);
  return qualified(low === null || high === null ? undefined : `${low} to ${high}`, qualifier);
}
