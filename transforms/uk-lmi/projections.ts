import type { PredictedFigure, PredictionsExtract } from "../../sources/uk-lmi/predictions.ts";
import type { Fact, Row } from "../model/model.ts";
import { provenanceAt } from "../provenance.ts";
import { type AnswerContext, groupOf, refuseRepeatedYears, socOf } from "./answer.ts";

/** The 75 industries of Working Futures, almost the divisions of SIC 2007. */
const INDUSTRIES = "working-futures-75";

type Code = PredictionsExtract["code"];
type Pair = { readonly base: PredictedFigure; readonly target: PredictedFigure };

/** Jobs in the first year of the answer, and in each later one. The API states no change: none is computed. */
export function projectionsFrom(answer: AnswerContext, extract: PredictionsExtract): Fact[] {
  const { code, note, figures } = extract;
  socOf(answer, code);
  if (note !== null) {
    leaveOut(answer, note.at, `All figures are left out, as the answer says of them: “${note.text}”`);
    return [];
  }
  if (figures.length === 0) leaveOut(answer, code.at, "The answer has no figures.");
  const base = Math.min(...figures.map(({ year }) => year));
  return [...byIndustry(figures).values()].flatMap((series) => {
    refuseRepeatedYears(
      answer,
      series.map(({ year, places }) => ({ year, at: placeOf(places) })),
    );
    const pairs = pairsOf(answer, base, series).map((pair) => projection(answer, code, pair));
    return pairs.length === 0 ? [] : [groupOf(answer, code), ...industryOf(answer, series), ...pairs];
  });
}

function byIndustry(figures: readonly PredictedFigure[]): Map<string | undefined, PredictedFigure[]> {
  const groups = new Map<string | undefined, PredictedFigure[]>();
  for (const figure of figures) {
    const group = groups.get(figure.industry?.code);
    if (group === undefined) groups.set(figure.industry?.code, [figure]);
    else group.push(figure);
  }
  return groups;
}

function pairsOf(answer: AnswerContext, baseYear: number, series: readonly PredictedFigure[]): Pair[] {
  const known = series.filter((figure) => isFigure(answer, figure)).sort((a, b) => a.year - b.year);
  const [base, ...later] = known;
  if (base === undefined) return [];
  const isWhole = base.year === baseYear && later.length > 0;
  if (!isWhole)
    leaveOut(
      answer,
      placeOf(base.places),
      `It takes a number of ${baseYear}, where the answer begins, and one of a later year.`,
    );
  return isWhole ? later.map((target) => ({ base, target })) : [];
}

/** A number beside a note says less than a number, and what the notes say is not documented; nothing and zero are none. */
function isFigure(answer: AnswerContext, { employment, note, year, places }: PredictedFigure): boolean {
  const at = placeOf(places);
  if (note === null && employment !== null && employment > 0) return true;
  const why = note === null ? "there is none" : `the answer says of it: “${note}”`;
  leaveOut(answer, at, `The number of ${year} is left out: ${why}.`);
  return false;
}

/** Where the number itself stands: the last of its places. */
function placeOf(places: PredictedFigure["places"]): string {
  return places.at(-1)?.at ?? "";
}

function leaveOut({ remarks }: AnswerContext, locator: string, message: string): void {
  remarks.push({ rule: "no-figures", locator, message });
}

function projection(answer: AnswerContext, code: Code, { base, target }: Pair): Fact {
  const places = [...base.places, ...target.places].map(({ at, words }) => ({ at, raw: words }));
  return {
    table: "projection",
    row: {
      occupation_id: socOf(answer, code).id,
      area: "UK",
      industry_id: base.industry === null ? null : `${INDUSTRIES}/${base.industry.code}`,
      group_title: null,
      group_id: null,
      qualifier: "exact",
      base_year: base.year,
      target_year: target.year,
      base_jobs: personsOf(base),
      target_jobs: personsOf(target),
      change_jobs: null,
      change_percent: null,
      annual_openings: null,
      outlook: null,
      ...provenanceAt(answer.capture, { at: code.at, raw: code.text }, ...places),
    },
  };
}

/** The model behind the predictions counts in fractions; `raw` has them. */
function personsOf({ employment }: PredictedFigure): number | null {
  return employment === null ? null : Math.round(employment);
}

/** One row for each time that the industry is named: a second name would be refused. */
function industryOf(answer: AnswerContext, series: readonly PredictedFigure[]): Fact[] {
  return series.flatMap(({ industry, places }) => {
    if (industry === null) return [];
    const at = placeOf(places);
    const row: Row<"industry"> = {
      id: `${INDUSTRIES}/${industry.code}`,
      scheme: INDUSTRIES,
      code: industry.code,
      title: industry.name,
      ...provenanceAt(answer.capture, { at, raw: places.at(-1)?.words ?? null }),
    };
    return [{ table: "industry", row }];
  });
}
