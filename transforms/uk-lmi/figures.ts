import type { FiguresExtract } from "../../sources/uk-lmi/figures.ts";
import type { Fact } from "../model/model.ts";
import { provenanceAt } from "../provenance.ts";
import { type AnswerContext, groupOf, refuse, refuseRepeatedYears, socOf } from "./answer.ts";

type Entry = FiguresExtract["series"][number];

/**
 * Mean weekly pay. The owner calls the data behind `ashe/estimatePay` "Mean Weekly Pay", average weekly pay including
 * overtime; medians were in another file. Source: collab.lmiforall.org.uk, data:specsheet_ashepay, revision 3.
 */
export function payFrom(answer: AnswerContext, extract: FiguresExtract): Fact[] {
  const wages = figuresOf(answer, extract).map(
    ({ occupation_id, reference_period, entry, provenance }): Fact => ({
      table: "wage",
      row: {
        occupation_id,
        area: "UK",
        industry_id: null,
        group_title: null,
        group_id: null,
        statistic: "mean",
        period: "week",
        amount: entry.value,
        qualifier: "exact",
        relative_error_percent: null,
        currency: "GBP",
        reference_period,
        ...provenance,
      },
    }),
  );
  return wages.length === 0 ? [] : [groupOf(answer, extract.code), ...wages];
}

const HOURS_OF_A_WEEK = 168;

/** Mean weekly hours: "average weekly hours" in the owner's words. Source: lmiforall.org.uk, data documentation, hours. */
export function hoursFrom(answer: AnswerContext, extract: FiguresExtract): Fact[] {
  const hours = figuresOf(answer, extract).map(
    ({ occupation_id, reference_period, entry, provenance }): Fact => {
      if (entry.value > HOURS_OF_A_WEEK) refuse(answer, entry.at, "hours of a week", entry.words);
      return {
        table: "working_hours",
        row: {
          occupation_id,
          area: "UK",
          group_title: null,
          statistic: "mean",
          value: entry.value,
          low: null,
          high: null,
          qualifier: "exact",
          relative_error_percent: null,
          detail: null,
          pattern: null,
          pattern_detail: null,
          reference_period,
          ...provenance,
        },
      };
    },
  );
  return hours.length === 0 ? [] : [groupOf(answer, extract.code), ...hours];
}

/** The latest year that an answer tells. */
export function editionOf(years: readonly number[]): string | undefined {
  return years.length === 0 ? undefined : `${Math.max(...years)}`;
}

function figuresOf(answer: AnswerContext, { code, series }: FiguresExtract) {
  const { id } = socOf(answer, code);
  refuseRepeatedYears(answer, series);
  if (series.length === 0)
    answer.remarks.push({
      rule: "no-figures",
      locator: code.at,
      message: `The API has no figures of ${id}.`,
    });
  return series
    .filter((entry) => isFigure(answer, entry))
    .map((entry) => ({
      occupation_id: id,
      reference_period: `${entry.year}`,
      entry,
      provenance: provenanceAt(
        answer.capture,
        { at: code.at, raw: code.text },
        { at: entry.at, raw: entry.words },
      ),
    }));
}

/** Nobody is paid nothing or works no hours: zero stands where the API has no figure. */
function isFigure({ remarks }: AnswerContext, { value, year, at }: Entry): boolean {
  if (value > 0) return true;
  remarks.push({
    rule: "no-figures",
    locator: at,
    message: `Zero in ${year} is no figure and is left out.`,
  });
  return false;
}
