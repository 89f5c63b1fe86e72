import type { OewsRow } from "../../sources/us-oews/oews-extract.ts";
import { jobsIn } from "./employment.ts";
import { figureIn } from "./figure.ts";
import { codeOf, industryOf, refuse, type Survey } from "./survey.ts";

/** Jobs are printed in tens. */
const HALF_STEP = 5;

/** The rows of one industry, or of all of them together. */
type Part = { readonly total: OewsRow; readonly jobs: number; readonly rows: readonly OewsRow[] };

/**
 * What holds of the jobs in an industry, so that rows which are lost, or stand in another industry, are noticed: the major
 * groups make up the total, detailed occupations are no more than their major group, and each has the printed percent.
 *
 * @throws DocumentError naming the cell
 */
export function refuseForeignJobs(survey: Survey, rows: readonly OewsRow[]): void {
  for (const part of partsOf(survey, rows)) {
    refuseUnlessSum(survey, part);
    refuseLargerParts(survey, part);
    if (survey.words.kind === "sectors")
      for (const row of part.rows) refuseOtherPercent(survey, row, part.jobs);
  }
}

function partsOf(survey: Survey, rows: readonly OewsRow[]): Part[] {
  return survey.words.industries.map((_, index) => {
    const own = rows.filter(({ industry }) => industry === index);
    const [first] = own;
    const total = own.find(({ group }) => group === "total");
    if (first === undefined) throw new Error(`Industry ${index} has no rows.`);
    if (total === undefined)
      return refuse(
        survey,
        first,
        "group",
        `a row “total” of industry ${industryOf(survey, first).code}`,
        "none",
      );
    return { total, jobs: jobsIn(survey, total) ?? refuse(survey, total, "jobs", "all jobs"), rows: own };
  });
}

/** In a sector, a major group can be left out; in the nation none is. */
function refuseUnlessSum(survey: Survey, { total, jobs, rows }: Part): void {
  const majors = rows.filter(({ group }) => group === "major");
  const sum = sumOf(survey, majors);
  const tolerance = HALF_STEP * (majors.length + 1);
  const isShort = survey.words.kind === "national" && jobs - sum > tolerance;
  if (isShort || sum - jobs > tolerance)
    refuse(survey, total, "jobs", `the jobs of the ${majors.length} major groups, ${sum}`);
}

function refuseLargerParts(survey: Survey, { rows }: Part): void {
  const detailed = new Map<string, OewsRow[]>();
  for (const row of rows) {
    if (row.group !== "detailed") continue;
    const major = codeOf(survey, row).slice(0, 2);
    detailed.set(major, [...(detailed.get(major) ?? []), row]);
  }
  for (const row of rows) {
    const jobs = row.group === "major" ? jobsIn(survey, row) : null;
    const parts = detailed.get(codeOf(survey, row).slice(0, 2)) ?? [];
    const sum = sumOf(survey, parts);
    if (jobs !== null && sum - jobs > HALF_STEP * (parts.length + 1))
      refuse(survey, row, "jobs", `the ${sum} jobs of its ${parts.length} detailed occupations, or more`);
  }
}

function sumOf(survey: Survey, rows: readonly OewsRow[]): number {
  return rows.reduce((sum, row) => sum + (jobsIn(survey, row) ?? 0), 0);
}

/** The percent is printed with two decimals; jobs and total are rounded too. */
function refuseOtherPercent(survey: Survey, row: OewsRow, total: number): void {
  const jobs = jobsIn(survey, row);
  const printed = figureIn(survey, row, "percentOfIndustry", ["**"]);
  if (jobs === null || printed === "**") {
    if ((jobs === null) !== (printed === "**"))
      refuse(survey, row, "percentOfIndustry", jobs === null ? "“**”, as for the jobs" : "a percent");
    return;
  }
  const percent = (jobs / total) * 100;
  const tolerance = 0.005 + ((HALF_STEP + (HALF_STEP * jobs) / total) / total) * 100 + 1e-9;
  if (Math.abs(percent - printed) > tolerance)
    refuse(
      survey,
      row,
      "percentOfIndustry",
      `${percent.toFixed(2)}, the percent that ${jobs} are of ${total} jobs`,
    );
}
