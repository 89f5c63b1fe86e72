import { oewsExtract } from "../sources/us-oews/oews-extract.ts";
import type { Normalise } from "./facts.ts";
import { editionOf } from "./us-oews/edition.ts";
import { employmentFrom } from "./us-oews/employment.ts";
import { industriesOf } from "./us-oews/industries.ts";
import { refuseForeignJobs } from "./us-oews/job-agreement.ts";
import { occupationId, occupationsFrom } from "./us-oews/occupations.ts";
import { rowsOf } from "./us-oews/rows.ts";
import { sharesFrom } from "./us-oews/shares.ts";
import { codeOf, type Survey } from "./us-oews/survey.ts";
import { refuseMovedWages } from "./us-oews/wage-agreement.ts";
import { wagesFrom } from "./us-oews/wages.ts";

/** The rows of the wage survey → facts. */
export const normaliseUsOews: Normalise = (_kind, extract, capture) => {
  const words = oewsExtract.parse(extract);
  const survey: Survey = { words, edition: editionOf(words), capture, remarks: [] };
  const rows = rowsOf(survey);
  const industries = industriesOf(survey);
  refuseMovedWages(survey, rows);
  refuseForeignJobs(survey, rows);
  const figures = rows.flatMap((row) => {
    const occupation = occupationId(codeOf(survey, row));
    const industry = industries.ids[row.industry] ?? null;
    return [
      employmentFrom(survey, row, occupation, industry),
      ...wagesFrom(survey, row, occupation, industry),
    ];
  });
  const facts = [
    ...occupationsFrom(survey, rows),
    ...industries.facts,
    ...figures,
    ...sharesFrom(survey, rows, industries.ids),
  ];
  return { facts, remarks: survey.remarks, edition: `May ${survey.edition.year}` };
};
