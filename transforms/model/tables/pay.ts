import { nullable, oneOf, real, text } from "../column.ts";
import {
  area,
  currency,
  groupId,
  groupTitle,
  industryId,
  occupationId,
  provenance,
  qualifier,
  referencePeriod,
  relativeErrorPercent,
  undatedReferencePeriod,
} from "../columns.ts";
import { table } from "../table.ts";

/** What workers earn, and for how many hours. */

export const wage = table(
  "wage",
  "What workers earn.",
  ["occupation_id", "area", "industry_id", "group_title", "statistic", "period", "reference_period"],
  {
    occupation_id: occupationId,
    area,
    industry_id: industryId,
    group_title: groupTitle,
    group_id: groupId,
    statistic: oneOf(
      [
        "median",
        "mean",
        "p10",
        "p20",
        "p25",
        "p30",
        "p40",
        "p60",
        "p70",
        "p75",
        "p80",
        "p90",
        "starter",
        "experienced",
      ],
      "Which point of the distribution; starter and experienced are editorial figures of a careers service.",
    ),
    period: oneOf(["hour", "week", "year"], "What the amount pays for."),
    amount: nullable(real("The amount; NULL where none is published.", { unit: "currency", minimum: 0 })),
    qualifier,
    relative_error_percent: relativeErrorPercent,
    currency,
    reference_period: undatedReferencePeriod,
    ...provenance,
  },
);

export const pay_band = table(
  "pay_band",
  "A band of pay that the publisher puts the occupation in.",
  ["occupation_id", "reference_period"],
  {
    occupation_id: occupationId,
    text: text("The band as printed."),
    low: nullable(real("Lower end; NULL where open.", { unit: "currency", minimum: 0 })),
    high: nullable(real("Upper end; NULL where open.", { unit: "currency", minimum: 0 })),
    qualifier,
    currency,
    reference_period: referencePeriod,
    ...provenance,
  },
);

export const working_hours = table(
  "working_hours",
  "How many hours workers work, and when.",
  ["occupation_id", "area", "group_title", "statistic", "reference_period"],
  {
    occupation_id: occupationId,
    area,
    group_title: groupTitle,
    statistic: text("Which figure: typical, median, mean, p10 …"),
    value: nullable(real("Hours a week, one figure.", { unit: "hours a week", minimum: 0 })),
    low: nullable(real("Lower end of a range.", { unit: "hours a week", minimum: 0 })),
    high: nullable(real("Upper end of a range.", { unit: "hours a week", minimum: 0 })),
    qualifier,
    relative_error_percent: relativeErrorPercent,
    detail: nullable(text("The publisher's word beside the hours.")),
    pattern: nullable(text("When: the publisher's words.")),
    pattern_detail: nullable(text("The publisher's words beside the pattern.")),
    reference_period: undatedReferencePeriod,
    ...provenance,
  },
);
