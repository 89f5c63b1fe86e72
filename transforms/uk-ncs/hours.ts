import type { Quote } from "../../sources/reading/page.ts";
import type { Fact, Row } from "../model/model.ts";
import { provenanceOf, refuse, required } from "../pages/page.ts";
import { understand, wording } from "../wording/wording.ts";
import type { PageContext } from "./page.ts";

type Hours = Pick<Row<"working_hours">, "value" | "low" | "high" | "qualifier">;

const FIGURE = "\\d{1,3}(?:\\.\\d{1,2})?";

const exactly = (figures: Partial<Pick<Hours, "value" | "low" | "high">>): Hours => ({
  value: null,
  low: null,
  high: null,
  ...figures,
  qualifier: "exact",
});

const HOURS = [
  wording(new RegExp(`(?<low>${FIGURE}) to (?<high>${FIGURE})`), ({ low, high }) =>
    exactly({ low: Number(low), high: Number(high) }),
  ),
  wording(new RegExp(`(?<value>${FIGURE})`), ({ value }) => exactly({ value: Number(value) })),
  wording(/Variable/, (): Hours => ({ value: null, low: null, high: null, qualifier: "variable" })),
];

const UNITS = [wording(/Typical hours ?\(a week\)/, () => "week" as const)];

/** "term time", "irregular", "seasonal" say when; a word for a time other than the week would be another unit. */
const OTHER_UNIT = /\b(?:hour|shift|day|daily|night|fortnight|month|quarter|year|annual)/i;

const HOURS_OF_A_WEEK = 168;

/** How many hours a week, and when: the two blocks in one row. */
export function workingHoursFrom(page: PageContext): Fact {
  const { hours, pattern } = page.extract;
  const { heading, typical } = hours;
  required(page, heading, "“Typical hours (a week)”", understand(heading.text, UNITS));
  const words = { text: typical.whole, at: typical.at };
  const figures = required(page, words, "hours like “37 to 42”", understand(typical.text, HOURS));
  refuseImpossible(page, words, figures);
  if (OTHER_UNIT.test(typical.detail ?? "")) refuse(page, words, "hours of a week");
  return {
    table: "working_hours",
    row: {
      occupation_id: page.id,
      area: "UK",
      group_title: null,
      statistic: "typical",
      ...figures,
      relative_error_percent: null,
      detail: typical.detail,
      pattern: pattern.text === "" ? null : pattern.text,
      pattern_detail: pattern.detail,
      reference_period: null,
      ...provenanceOf(
        page,
        { at: typical.at, raw: typical.whole },
        ...(pattern.whole === "" ? [] : [{ at: pattern.at, raw: pattern.whole }]),
      ),
    },
  };
}

function refuseImpossible(page: PageContext, words: Quote, { value, low, high }: Hours): void {
  const figures = [value, low, high].filter((figure) => figure !== null);
  if (figures.some((figure) => figure === 0 || figure > HOURS_OF_A_WEEK))
    refuse(page, words, `more than 0 and at most ${HOURS_OF_A_WEEK} hours`);
  if (low !== null && high !== null && low > high) refuse(page, words, "the smaller figure first");
}
