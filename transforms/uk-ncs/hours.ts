import type { Quote } from "../../sources/reading/page.ts";
import type { ProfileExtract } from "../../sources/uk-ncs/profile-extract.ts";
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

/** Typical hours of a week, of whatever job. The service tells them as a span, and never as a wide one. */
const FEWEST_HOURS = 5;
const MOST_HOURS = 80;
const WIDEST_SPAN = 3;

/** How many hours a week, and when: the two blocks in one row. */
export function workingHoursFrom(page: PageContext): Fact {
  const { hours, pattern } = page.extract;
  const { heading, typical } = hours;
  required(page, heading, "“Typical hours (a week)”", understand(heading.text, UNITS));
  const words = { text: typical.whole, at: typical.at };
  const figures = required(page, words, "hours like “37 to 42”", understand(typical.text, HOURS));
  refuseImpossible(page, words, figures);
  refuseOtherFigures(page, pattern);
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
  if (figures.some((figure) => figure < FEWEST_HOURS || figure > MOST_HOURS))
    refuse(page, words, `${FEWEST_HOURS} to ${MOST_HOURS} hours a week`);
  if (low === null || high === null) return;
  if (low > high) refuse(page, words, "the smaller figure first");
  if (high > low * WIDEST_SPAN) refuse(page, words, `no more than ${WIDEST_SPAN} times the smaller figure`);
}

const TIME_OF_DAY = /(?<=^| )(?:1[0-2]|[1-9])(?:[.:][0-5]\d)? ?[ap]m(?=,? |$)/g;

/** "between 8am and 6pm": figures beside the words are times of the day, and whole ones. */
function refuseOtherFigures(page: PageContext, { text, detail, whole, at }: ProfileExtract["pattern"]): void {
  const rest = `${text} | ${detail ?? ""}`.replace(TIME_OF_DAY, "");
  if (/\d|\b[ap]m\b/.test(rest)) refuse(page, { text: whole, at }, "times of the day like “9am to 5pm”");
}
