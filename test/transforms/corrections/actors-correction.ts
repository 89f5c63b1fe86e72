import type { Correction } from "../../../sources/correction.ts";
import type { Fact, Row } from "../../../transforms/model/model.ts";
import { rowOf } from "../../sinks/small-dataset.ts";

/** The hourly median of actors, as if the page had lost its decimal point. */
export const ACTORS_HOURLY: Correction = {
  ...{ occupationId: "us-ooh/actors", table: "wage", column: "amount" },
  key: { area: "US", statistic: "median", period: "hour", reference_period: "2024-05" },
  ...{ published: 2333, corrected: 23.33 },
  reason: "The decimal point is missing: the Pay tab of the same page has it.",
  evidence: {
    url: "https://www.bls.gov/ooh/entertainment-and-sports/actors.htm#tab-5",
    words: "The median hourly wage for actors was $23.33 in May 2024.",
  },
  since: "2026-11-20",
};

/** The fact that it is about. */
export function hourly(amount: number | null, given: Partial<Row<"wage">> = {}): Fact {
  const row = {
    occupation_id: "us-ooh/actors",
    period: "hour" as const,
    amount,
    raw: "$2333 per hour",
    ...given,
  };
  return rowOf("wage", row) as Fact;
}
