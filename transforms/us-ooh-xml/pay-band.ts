import type { Fact, Row } from "../model/model.ts";
import { dollarsOf } from "../wording/money.ts";
import { understand, wording } from "../wording/wording.ts";
import { type OccupationContext, provenanceOf, refuse, required } from "./context.ts";
import type { MedianWage } from "./quick-facts.ts";

export type Band = Pick<Row<"pay_band">, "low" | "high" | "qualifier">;

/** The publisher's bands have other bounds in other editions; their wordings are these. */
const BANDS = [
  wording(/Less than (?<high>\$[\d,]+)/, ({ high = "" }) => band(undefined, dollarsOf(high), "less-than")),
  wording(/(?<low>\$[\d,]+) to (?<high>\$[\d,]+)/, ({ low = "", high = "" }) =>
    band(dollarsOf(low), dollarsOf(high), "exact"),
  ),
  wording(/(?<low>\$[\d,]+) or more/, ({ low = "" }) => band(dollarsOf(low), undefined, "at-least")),
  wording(/The annual wage is not available\./, () => band(undefined, undefined, "not-published")),
];

const BOUNDS = { "less-than": [false, true], exact: [true, true], "at-least": [true, false] } as const;

/** `undefined` where a bound that the wording has is no amount, or the bounds are no band. */
function band(
  low: number | undefined,
  high: number | undefined,
  qualifier: keyof typeof BOUNDS | "not-published",
): Band | undefined {
  const [hasLow, hasHigh] = qualifier === "not-published" ? [false, false] : BOUNDS[qualifier];
  const isBand =
    hasLow === (low !== undefined) && hasHigh === (high !== undefined) && (low ?? 0) < (high ?? 1e9);
  return isBand ? { low: low ?? null, high: high ?? null, qualifier } : undefined;
}

/** "$37,500 to $49,999" → 37500 to 49999; `undefined` for words that are no band. */
export function bandOf(words: string): Band | undefined {
  return understand(words, BANDS);
}

/** The band that the publisher puts the occupation's yearly median in; the two must agree. */
export function payBandFrom(context: OccupationContext, median: MedianWage): Fact[] {
  const { figures } = context.extract;
  if (figures === null) return [];
  const { range } = figures.payAnnual;
  const meant = required(context, range, "a band of pay", bandOf(range.text));
  if (!isIn(meant, median)) refuse(context, range, `the band of ${median.amount ?? "no yearly wage"}`);
  return [
    {
      table: "pay_band",
      row: {
        occupation_id: context.id,
        text: range.text,
        ...meant,
        currency: "USD",
        reference_period: context.periods.survey,
        ...provenanceOf(context, { at: range.at, raw: null }),
      },
    },
  ];
}

function isIn({ low, high, qualifier }: Band, { amount }: MedianWage): boolean {
  if (amount === null) return qualifier === "not-published";
  const isBelow = high === null || (qualifier === "less-than" ? amount < high : amount <= high);
  return qualifier !== "not-published" && amount >= (low ?? 0) && isBelow;
}
