import { slugOf } from "../../sources/us-ooh/profile-address.ts";
import type { FiguresExtract, XmlElement } from "../../sources/us-ooh-xml/compilation-extract.ts";
import type { Statement } from "../facts.ts";
import { OPENINGS, sentencesOf } from "../us-ooh/sentences.ts";
import { straightApostrophes } from "../wording/bls-categories.ts";
import { countOf, signedCountOf } from "../wording/count.ts";
import { isSocCode } from "../wording/soc-code.ts";
import { type OccupationContext, provenanceOf, required } from "./context.ts";
import type { MedianWage, QuickFacts } from "./quick-facts.ts";
import { ONLY_ON_PAGES } from "./spoken-of.ts";

type Said = Pick<Statement, "table" | "about" | "says">;

function statement(context: OccupationContext, said: Said, ...elements: readonly XmlElement[]): Statement {
  const places = elements.map(({ at, text }) => ({ at, raw: text === "" ? null : text }));
  return { ...said, published: context.published, ...provenanceOf(context, ...places) } as Statement;
}

/** What is said of the occupation as such: its name, what it covers, what is like it, its prose. */
export function profileStatements(context: OccupationContext): Statement[] {
  const { id, extract, published } = context;
  const { title, publishDate, socCodes, similar, sections } = extract;
  const relation = (kind: "covers" | "similar", to_id: string, element: XmlElement) =>
    statement(
      context,
      { table: "relation", about: { from_id: id, to_id, kind }, says: { [kind]: to_id } },
      element,
    );
  return [
    statement(
      context,
      {
        table: "occupation",
        about: { id },
        says: { title: title.text, page_date: published },
      },
      title,
      publishDate,
    ),
    ...socCodes.map((code) => {
      const known = required(context, code, "a SOC code", isSocCode(code.text) ? code.text : undefined);
      return relation("covers", `us-soc-2018/${known}`, code);
    }),
    ...similar.map((address) =>
      relation("similar", `us-ooh/${slugOf(address)}`, {
        text: "",
        at: "similar_occupations/section_body",
      }),
    ),
    ...sections
      .filter(({ topic }) => !ONLY_ON_PAGES.has(topic))
      .map(({ topic, heading, words, figures, at }) =>
        statement(
          context,
          { table: "section", about: { occupation_id: id, topic, heading }, says: { words, figures } },
          { text: "", at },
        ),
      ),
  ];
}

/** What is said of the figures: quick facts, openings, projections. */
export function figureStatements(
  context: OccupationContext,
  figures: FiguresExtract,
  facts: QuickFacts,
): Statement[] {
  const { id, periods } = context;
  const about = { occupation_id: id, area: "US", industry_id: null, group_title: null } as const;
  const span = { base_year: periods.base, target_year: periods.target };
  const requirement = (
    kind: "entry-education" | "work-experience" | "on-the-job-training",
    text: string,
    element: XmlElement,
  ) =>
    statement(
      context,
      {
        table: "requirement",
        about: { occupation_id: id, kind, position: 1 },
        says: { [kind]: straightApostrophes(text) },
      },
      element,
    );
  return [
    ...wageStatements(context, figures, facts),
    requirement("entry-education", facts.education, figures.education),
    requirement("work-experience", facts.experience, figures.experience),
    requirement("on-the-job-training", facts.training, figures.training),
    statement(
      context,
      {
        table: "employment",
        about: { ...about, reference_period: `${periods.base}` },
        says: { jobs: facts.jobs },
      },
      figures.jobs.value,
    ),
    statement(
      context,
      {
        table: "projection",
        about: { ...about, ...span },
        says: { outlook: facts.outlook, change_percent: facts.percent, change_jobs: facts.change },
      },
      figures.outlook.description,
      figures.outlook.value,
      figures.change,
    ),
    ...openingsStatements(context, figures),
    ...projectionStatements(context, figures, facts),
  ];
}

/** As on the page: where one of the two medians is published, nothing is said of the other. */
function wageStatements(
  context: OccupationContext,
  { payAnnual, payHourly }: FiguresExtract,
  { year, hour }: QuickFacts,
): Statement[] {
  const median = (period: "year" | "hour", { amount, qualifier }: MedianWage, ...elements: XmlElement[]) =>
    statement(
      context,
      {
        table: "wage",
        about: {
          ...{ occupation_id: context.id, area: "US", industry_id: null, group_title: null },
          ...{ statistic: "median", period, reference_period: context.periods.survey },
        },
        says: { amount, qualifier },
      },
      ...elements,
    );
  const all = [
    { wage: year, told: median("year", year, payAnnual.value, payAnnual.note) },
    { wage: hour, told: median("hour", hour, payHourly.value, payHourly.note) },
  ];
  const published = all.filter(({ wage }) => wage.qualifier !== "not-published");
  return (published.length === 0 ? all : published).map(({ told }) => told);
}

/** Nothing but the prose tells the openings. */
function openingsStatements(context: OccupationContext, { outlookProse }: FiguresExtract): Statement[] {
  const [sentence, ...others] = sentencesOf(OPENINGS, [outlookProse]);
  const only = others.length === 0 ? sentence : undefined;
  const { parts, text } = required(context, outlookProse, "one sentence about the openings", only);
  const openings = required(context, outlookProse, "a number of openings", countOf(parts.openings));
  const { id, periods } = context;
  return [
    statement(
      context,
      {
        table: "projection",
        about: {
          ...{ occupation_id: id, area: "US", industry_id: null, group_title: null },
          ...{ base_year: periods.base, target_year: periods.target },
        },
        says: { annual_openings: openings },
      },
      { text, at: outlookProse.at },
    ),
  ];
}

/** Every row of the projections table; the one that has the quick facts' jobs is the whole occupation. */
function projectionStatements(
  context: OccupationContext,
  { projections }: FiguresExtract,
  { jobs }: QuickFacts,
): Statement[] {
  const { rows } = projections;
  const title = context.extract.title.text.toLowerCase();
  const whole = rows.filter(({ base }) => countOf(base) === jobs);
  const [main, ...others] =
    whole.length > 1
      ? whole.filter((row) => !isSocCode(row.code) || row.title.toLowerCase() === title)
      : whole;
  if (main === undefined || others.length > 0)
    required(
      context,
      { text: rows.map(({ base }) => base).join(" | "), at: projections.at },
      `one row with ${jobs} jobs`,
      undefined,
    );
  return rows.map((row) => {
    const element = {
      text: `${row.title} ${row.code} ${row.base} ${row.target} ${row.percent} ${row.change}`,
      at: row.at,
    };
    const number = (value: number | undefined) => required(context, element, "numbers", value);
    return statement(
      context,
      {
        table: "projection",
        about: {
          ...{ occupation_id: context.id, area: "US", industry_id: null },
          group_title: row === main ? null : row.title,
          ...{ base_year: context.periods.base, target_year: context.periods.target },
        },
        says: {
          base_jobs: number(countOf(row.base)),
          target_jobs: number(countOf(row.target)),
          change_percent: number(signedCountOf(row.percent)),
          change_jobs: number(signedCountOf(row.change)),
        },
      },
      element,
    );
  });
}
