import { periodWords } from "../text/figures.ts";
import type { Explained, Step } from "./step.ts";

/** Words of publishers that stand for a value of a column. */
type Wording = {
  readonly column: string;
  readonly value: string;
  readonly words: RegExp;
  readonly rule?: string;
  /** Where only this source means it so. */
  readonly sourceId?: string;
};

const CAP = "at the survey's cap no figure is given: the wage is this or more";

const WORDINGS: readonly Wording[] = [
  { column: "statistic", value: "median", words: /\bmedian\b/i },
  { column: "statistic", value: "mean", words: /\b(?:mean|average)\b/i },
  {
    ...{ column: "statistic", value: "p10", words: /lowest 10 percent earned less than/i },
    rule: "the lowest 10 percent earn less than the 10th percentile",
  },
  {
    ...{
      column: "statistic",
      value: "p90",
      words: /highest 10 percent earned (?:more than|equal to or greater than)/i,
    },
    rule: "the highest 10 percent earn more than the 90th percentile",
  },
  { column: "statistic", value: "starter", words: /\bstarter\b/i, rule: "editorial, no percentile" },
  { column: "statistic", value: "experienced", words: /\bexperienced\b/i, rule: "editorial, no percentile" },
  { column: "period", value: "year", words: /\b(?:per year|a year|annual)\b/i },
  { column: "period", value: "week", words: /\b(?:per week|a week|weekly)\b/i },
  { column: "period", value: "hour", words: /\b(?:per hour|an hour|hourly)\b/i },
  { column: "currency", value: "USD", words: /\$/ },
  { column: "currency", value: "GBP", words: /£/ },
  {
    ...{ column: "qualifier", value: "at-least", words: /equal to or greater than|more than|or more|>=/ },
    rule: CAP,
  },
  { column: "qualifier", value: "at-least", words: /^#$/, rule: CAP, sourceId: "us-oews" },
  { column: "qualifier", value: "more-than", words: /more than/ },
  { column: "qualifier", value: "less-than", words: /less than/i },
  { column: "qualifier", value: "variable", words: /variable/i },
  ...marker("us-oews", "not-published", "*", "no estimate of this wage"),
  ...marker("us-oews", "not-published", "**", "no estimate of the jobs"),
  ...marker("uk-ashe", "suppressed", "x", "unreliable: its coefficient of variation is above 20 percent"),
  ...marker("uk-ashe", "suppressed", "..", "disclosive: it would tell of single persons"),
  ...marker("uk-ashe", "not-published", ":", "not applicable"),
  ...marker("uk-ashe", "not-published", "-", "nil or negligible, which is not zero"),
  ...marker("uk-industries", "suppressed", "*", "hidden because the sample is small"),
  ...marker("uk-industries", "not-published", "-", "nothing to report, which is not zero"),
  {
    ...{ column: "qualifier", value: "suppressed", sourceId: "uk-projections" },
    ...{
      words: /a minimum of [\d,]+ individuals per cell/,
      rule: "the workbook asks not to publish smaller cells",
    },
  },
];

function marker(sourceId: string, value: string, sign: string, rule: string): Wording[] {
  const words = new RegExp(`^${sign.replaceAll(/[.*]/g, "\\$&")}$`);
  return [{ column: "qualifier", value, words, rule, sourceId }];
}

/** What the published words of a row say in so many words: statistic, period, currency, qualifier, dates, and texts. */
export function wordingSteps(explained: Explained): Step[] {
  const { sourceId, values, words } = explained;
  const known = WORDINGS.filter(
    (wording) =>
      values[wording.column] === wording.value &&
      (wording.sourceId === undefined || wording.sourceId === sourceId),
  );
  const steps = known.flatMap(({ column, value, words: pattern, rule }) =>
    stepFrom(column, value, firstMatch(words, pattern), rule),
  );
  return [...firstOfEach(steps), ...dateSteps(explained), ...spanSteps(explained), ...copiedSteps(explained)];
}

function dateSteps({ values, words }: Explained): Step[] {
  const period = values.reference_period;
  if (typeof period !== "string") return [];
  return stepFrom("reference_period", period, firstMatch(words, new RegExp(`\\b${periodWords(period)}\\b`)));
}

/** "2024–34" is from 2024 to 2034. */
function spanSteps({ values, words }: Explained): Step[] {
  const { base_year, target_year } = values;
  if (base_year === undefined || target_year === undefined) return [];
  const end = String(target_year);
  const span = firstMatch(words, new RegExp(`\\b${base_year}[-–](?:${end}|${end.slice(2)})\\b`));
  if (span === undefined) return [];
  const isFrom = { column: "base_year", value: base_year, words: span, rule: null };
  return [isFrom, { column: "target_year", value: target_year, words: span, rule: null }];
}

/** Columns that hold the publisher's own words. */
const COPIED = ["outlook", "title", "name", "text", "heading", "detail", "pattern", "group_title"];

function copiedSteps({ values, words }: Explained): Step[] {
  return COPIED.flatMap((column) => {
    const value = values[column];
    if (typeof value !== "string" || !words.some((text) => text.includes(value))) return [];
    return [{ column, value, words: value, rule: "the publisher's words" }];
  });
}

function firstMatch(texts: readonly string[], pattern: RegExp): string | undefined {
  return texts.map((text) => pattern.exec(text)?.[0]).find((match) => match !== undefined);
}

function stepFrom(
  column: string,
  value: string,
  words: string | undefined,
  rule: string | null = null,
): Step[] {
  return words === undefined ? [] : [{ column, value, words, rule }];
}

function firstOfEach(steps: readonly Step[]): Step[] {
  return steps.filter((step, index) => steps.findIndex(({ column }) => column === step.column) === index);
}
