import type { FiguresExtract, XmlElement } from "../../sources/us-ooh-xml/compilation-extract.ts";
import type { Statement } from "../facts.ts";
import type { Row } from "../model/model.ts";
import { straightApostrophes } from "../wording/bls-categories.ts";
import type { OccupationContext } from "./context.ts";
import { projectionStatements } from "./projection-statements.ts";
import type { MedianWage, QuickFacts } from "./quick-facts.ts";
import { statement, wholeOccupation } from "./statement.ts";

/** What is said of the figures: quick facts, openings, projections. */
export function figureStatements(
  context: OccupationContext,
  figures: FiguresExtract,
  facts: QuickFacts,
): Statement[] {
  return [
    ...wages(context, figures, facts),
    requirement(context, "entry-education", facts.education, figures.education),
    requirement(context, "work-experience", facts.experience, figures.experience),
    requirement(context, "on-the-job-training", facts.training, figures.training),
    jobs(context, facts.jobs, figures.jobs.value),
    ...projectionStatements(context, figures, facts),
  ];
}

/** As on the page: where one of the two medians is published, nothing is said of the other. */
function wages(
  context: OccupationContext,
  { payAnnual, payHourly }: FiguresExtract,
  { year, hour }: QuickFacts,
): Statement[] {
  const all = [
    { period: "year", median: year, ...payAnnual },
    { period: "hour", median: hour, ...payHourly },
  ] as const;
  const published = all.filter(({ median }) => median.qualifier !== "not-published");
  return (published.length === 0 ? all : published).map(({ period, median, value, note }) =>
    wage(context, period, median, value, note),
  );
}

function wage(
  context: OccupationContext,
  period: "year" | "hour",
  { amount, qualifier }: MedianWage,
  ...elements: readonly XmlElement[]
): Statement {
  const about = {
    ...wholeOccupation(context),
    statistic: "median",
    period,
    reference_period: context.periods.survey,
  } as const;
  return statement(context, { table: "wage", about, says: { amount, qualifier } }, ...elements);
}

function requirement(
  context: OccupationContext,
  kind: Row<"requirement">["kind"],
  text: string,
  element: XmlElement,
): Statement {
  const about = { occupation_id: context.id, kind, position: 1 };
  const says = { [kind]: straightApostrophes(text) };
  return statement(context, { table: "requirement", about, says }, element);
}

function jobs(context: OccupationContext, count: number, element: XmlElement): Statement {
  const about = { ...wholeOccupation(context), reference_period: `${context.periods.base}` };
  return statement(context, { table: "employment", about, says: { jobs: count } }, element);
}
