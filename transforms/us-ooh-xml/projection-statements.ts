import type { FiguresExtract } from "../../sources/us-ooh-xml/compilation-extract.ts";
import type { Statement } from "../facts.ts";
import { OPENINGS, sentencesOf } from "../us-ooh/sentences.ts";
import { countOf, signedCountOf } from "../wording/count.ts";
import { spanOf } from "../wording/period.ts";
import { isSocCode } from "../wording/soc-code.ts";
import { type OccupationContext, refuse, required } from "./context.ts";
import type { QuickFacts } from "./quick-facts.ts";
import { projectionYears, statement, wholeOccupation } from "./statement.ts";

type ProjectionRow = FiguresExtract["projections"]["rows"][number];

/** What is said of the outlook: by the quick facts, by the prose, by each row of the projections table. */
export function projectionStatements(
  context: OccupationContext,
  figures: FiguresExtract,
  facts: QuickFacts,
): Statement[] {
  checkYears(context, figures);
  const main = mainRowOf(context, figures, facts);
  if (signedCountOf(main.change) !== facts.change || signedCountOf(main.percent) !== facts.percent) {
    const element = { text: `${main.percent} ${main.change}`, at: main.at };
    refuse(context, element, `${facts.percent} percent and ${facts.change} jobs, as the quick facts say`);
  }
  return [
    quickFacts(context, figures, facts),
    openings(context, figures),
    ...figures.projections.rows.map((row) => tableRow(context, row, row === main)),
  ];
}

/** Caption and headers of the table name the years that the header of the compilation names. */
function checkYears(context: OccupationContext, { projections }: FiguresExtract): void {
  const { caption, baseLabel, targetLabel, changeLabel, at } = projections;
  const { base, target } = context.periods;
  const spans = [caption, changeLabel].map((words) => spanOf(/\d{4}[–-]\d{2,4}/.exec(words)?.[0] ?? ""));
  const isSame = spans.every((span) => span?.base === base && span.target === target);
  if (!isSame || !baseLabel.endsWith(`${base}`) || !targetLabel.endsWith(`${target}`)) {
    const text = [caption, baseLabel, targetLabel, changeLabel].join(" | ");
    refuse(context, { text, at }, `the years ${base} and ${target}`);
  }
}

function quickFacts(
  context: OccupationContext,
  { outlook, change }: FiguresExtract,
  facts: QuickFacts,
): Statement {
  const about = { ...wholeOccupation(context), ...projectionYears(context) };
  const says = { outlook: facts.outlook, change_percent: facts.percent, change_jobs: facts.change };
  return statement(context, { table: "projection", about, says }, outlook.description, outlook.value, change);
}

/** Nothing but the prose tells the openings: `qf_employment_openings` is the change in jobs. */
function openings(context: OccupationContext, { outlookProse }: FiguresExtract): Statement {
  const [sentence, ...others] = sentencesOf(OPENINGS, [outlookProse]);
  const only = others.length === 0 ? sentence : undefined;
  const { parts, text } = required(context, outlookProse, "one sentence about the openings", only);
  const count = required(context, outlookProse, "a number of openings", countOf(parts.openings));
  const about = { ...wholeOccupation(context), ...projectionYears(context) };
  return statement(
    context,
    { table: "projection", about, says: { annual_openings: count } },
    { text, at: outlookProse.at },
  );
}

/**
 * The row about the whole occupation says again the jobs of the quick facts. Should two say it, the whole is the one
 * without a code, or the one with the occupation's title.
 */
function mainRowOf(
  context: OccupationContext,
  { projections: { rows, at } }: FiguresExtract,
  { jobs }: QuickFacts,
): ProjectionRow {
  const title = context.extract.title.text.toLowerCase();
  const candidates = rows.filter(({ base }) => countOf(base) === jobs);
  const [main, ...others] =
    candidates.length > 1
      ? candidates.filter((row) => !isSocCode(row.code) || row.title.toLowerCase() === title)
      : candidates;
  if (main !== undefined && others.length === 0) return main;
  const text = rows.map((row) => `${row.title}: ${row.base}`).join(" | ");
  return refuse(context, { text, at }, `one row with the ${jobs} jobs of the quick facts`);
}

function tableRow(context: OccupationContext, row: ProjectionRow, isWhole: boolean): Statement {
  const { title, code, base, target, percent, change, at } = row;
  const element = { text: [title, code, base, target, percent, change].join(" "), at };
  const read = (expected: string, value: number | undefined) => required(context, element, expected, value);
  const about = {
    ...wholeOccupation(context),
    group_title: isWhole ? null : title,
    ...projectionYears(context),
  };
  const says = {
    base_jobs: read("a number of jobs", countOf(base)),
    target_jobs: read("a number of jobs", countOf(target)),
    change_percent: read("a whole percent", signedCountOf(percent)),
    change_jobs: read("a change in jobs", signedCountOf(change)),
  };
  return statement(context, { table: "projection", about, says }, element);
}
