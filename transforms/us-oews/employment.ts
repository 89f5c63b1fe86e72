import type { OewsRow } from "../../sources/us-oews/oews-extract.ts";
import type { Fact } from "../model/model.ts";
import { provenanceAt } from "../provenance.ts";
import { errorIn, figureIn } from "./figure.ts";
import { placeOf, refuse, type Survey } from "./survey.ts";

/** Jobs of employees, in tens; null where there is no estimate. */
export function jobsIn(survey: Survey, row: OewsRow): number | null {
  const figure = figureIn(survey, row, "jobs", ["**"]);
  if (figure === "**") return null;
  return figure > 0 && figure % 10 === 0 ? figure : refuse(survey, row, "jobs", "jobs in tens");
}

export function employmentFrom(
  survey: Survey,
  row: OewsRow,
  occupation_id: string,
  industry_id: string | null,
): Fact {
  const jobs = jobsIn(survey, row);
  const error = errorIn(survey, row, "jobsError", "**");
  if ((jobs === null) !== (error === null))
    refuse(survey, row, "jobsError", jobs === null ? "“**”, as for the jobs" : "a percent");
  return {
    table: "employment",
    row: {
      occupation_id,
      area: "US",
      industry_id,
      group_title: null,
      group_id: null,
      jobs,
      qualifier: jobs === null ? "not-published" : "exact",
      relative_error_percent: error,
      reference_period: survey.edition.referencePeriod,
      ...provenanceAt(
        survey.capture,
        { at: placeOf(survey, row, "jobs"), raw: jobs === null ? "**" : null },
        { at: placeOf(survey, row, "jobsError"), raw: error === null ? "**" : null },
      ),
    },
  };
}
