import { type AnyRow, rowOf, SMALL_DATASET } from "./small-dataset.ts";

const NURSES = "us-ooh/registered-nurses";

/** The small dataset with every text that a format could stumble over, and numbers at the edges. */
export const AWKWARD_DATASET: readonly AnyRow[] = [
  ...SMALL_DATASET,
  ...[
    'Say "yes", or "no"',
    "One line\nand another\r\nand a third",
    "\ra lone carriage return",
    "; , \t |",
    '"',
    " white space around ",
    "=1+1",
    "NULL",
    "Zoë 💉 at U+FFFD \u{fffd} and \u{10ffff}",
    "a line separator \u2028",
    "a mark \ufeff inside",
  ].map((text, index) => rowOf("duty", { occupation_id: NURSES, position: 100 + index, text })),
  rowOf("wage", { occupation_id: NURSES, statistic: "mean", amount: 0 }),
  rowOf("wage", { occupation_id: NURSES, statistic: "p25", amount: 0.1 + 0.2 }),
  rowOf("wage", { occupation_id: NURSES, statistic: "p75", amount: 1e21 }),
  rowOf("wage", { occupation_id: NURSES, statistic: "p20", qualifier: "not-published" }),
  rowOf("employment", { occupation_id: NURSES, jobs: Number.MAX_SAFE_INTEGER, reference_period: "2020" }),
  rowOf("employment", { occupation_id: NURSES, jobs: 0, reference_period: "2021" }),
  rowOf("projection", {
    occupation_id: NURSES,
    base_year: 2020,
    target_year: 2030,
    change_jobs: -200,
    change_percent: -0.5,
  }),
];
