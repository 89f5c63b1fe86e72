import type { ProfileExtract } from "../../sources/uk-ncs/profile-extract.ts";
import type { Fact, Row } from "../model/model.ts";
import { provenanceOf, refuse, required } from "../pages/page.ts";
import { amountOf } from "../wording/money.ts";
import { understand, wording } from "../wording/wording.ts";
import type { PageContext } from "./page.ts";

type PayFigure = NonNullable<ProfileExtract["salary"]["starter"]>;
type Statistic = "starter" | "experienced";
type Figure = Pick<Row<"wage">, "statistic" | "period" | "amount" | "qualifier">;

const LABELS: Readonly<Record<Statistic, string>> = { starter: "Starter", experienced: "Experienced" };

/** What the amounts pay for is said in the heading alone. */
const PERIODS = [wording(/Average salary ?\(a year\)/, () => "year" as const)];

/** Whole pounds, as the service prints them: "£24,907". No pay of nothing. */
const AMOUNTS = [wording(/£(?<amount>[1-9]\d{0,2}(?:,\d{3})*)/, ({ amount = "" }) => amountOf(amount))];

/** Pay of a year, of whatever job: less is pay of a week or has lost a digit, more has won one. */
const LEAST = 5_000;
const MOST = 300_000;

/** What starters and experienced workers earn: figures of the service's editors, without a date. */
export function wagesFrom(page: PageContext): Fact[] {
  const { heading, starter, experienced, blank } = page.extract.salary;
  const period = required(page, heading, "“Average salary (a year)”", understand(heading.text, PERIODS));
  if (blank !== null) return variableFrom(page, period, blank);
  if (starter === null || experienced === null) return refuse(page, heading, "both amounts, or none");
  const low = amountIn(page, "starter", starter);
  const high = amountIn(page, "experienced", experienced);
  if (high < low)
    refuse(page, { text: experienced.whole, at: experienced.at }, `no less than ${starter.whole}`);
  return [
    wage(page, { statistic: "starter", period, amount: low, qualifier: "exact" }, starter),
    wage(page, { statistic: "experienced", period, amount: high, qualifier: "exact" }, experienced),
  ];
}

function variableFrom(page: PageContext, period: "year", blank: { text: string; at: string }): Fact[] {
  if (blank.text !== "Variable") refuse(page, blank, "“Variable”");
  return (["starter", "experienced"] as const).map((statistic) =>
    wage(
      page,
      { statistic, period, amount: null, qualifier: "variable" },
      { whole: blank.text, at: blank.at },
    ),
  );
}

function amountIn(page: PageContext, statistic: Statistic, { amount, label, whole, at }: PayFigure): number {
  if (label !== LABELS[statistic]) refuse(page, { text: whole, at }, `the label “${LABELS[statistic]}”`);
  const words = { text: whole, at };
  const pounds = required(page, words, "an amount like £24,907", understand(amount, AMOUNTS));
  return pounds < LEAST || pounds > MOST ? refuse(page, words, `£${LEAST} to £${MOST} a year`) : pounds;
}

function wage(page: PageContext, figure: Figure, { whole, at }: Pick<PayFigure, "whole" | "at">): Fact {
  return {
    table: "wage",
    row: {
      occupation_id: page.id,
      area: "UK",
      industry_id: null,
      group_title: null,
      group_id: null,
      ...figure,
      relative_error_percent: null,
      currency: "GBP",
      reference_period: null,
      ...provenanceOf(page, { at, raw: whole }),
    },
  };
}
