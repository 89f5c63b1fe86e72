import fc from "fast-check";
import { expect, test } from "vitest";
import { amountOf, wholeOf } from "../../../transforms/us-ooh-xml/quick-facts.ts";
import { type Change, changed, readingOf, refusalOf, writtenXml } from "../../sources/us-ooh-xml/cases.ts";

const XML = writtenXml("earlier-edition");

const VALUE = '<value type="int">42510</value>';
const BAND = '<range type="text">$40,000 to $59,999</range>';
const HOURLY = '<value type="decimal">20.4</value>\n\t\t\t<note type="text"/>';
const ANNUAL_NOTE = `${BAND}\n\t\t\t<note type="text"/>`;

/** Wages that are said, and the bands, where the quick facts are these. */
function payIn(...changes: readonly Change[]) {
  const { facts, statements } = readingOf(changed(XML, ...changes));
  return {
    wages: statements.flatMap(({ table, about, says }) =>
      table === "wage" ? [`${about.period}: ${says.amount} ${says.qualifier}`] : [],
    ),
    bands: facts.flatMap(({ table, row }) =>
      table === "pay_band" ? [`${row.low}–${row.high} ${row.qualifier}`] : [],
    ),
  };
}

test("two medians", () => {
  expect(payIn()).toEqual({ wages: ["year: 42510 exact", "hour: 20.4 exact"], bands: ["40000–59999 exact"] });
});

test("an hourly median alone: nothing is said of the yearly one, and the band says that there is none", () => {
  const none = BAND.replace("$40,000 to $59,999", "The annual wage is not available.");
  expect(payIn([VALUE, '<value type="int"></value>'], [BAND, none])).toEqual({
    wages: ["hour: 20.4 exact"],
    bands: ["null–null not-published"],
  });
});

test("a yearly median alone", () => {
  expect(payIn([HOURLY, HOURLY.replace("20.4", "")]).wages).toEqual(["year: 42510 exact"]);
});

test("no median: both are said not to be published", () => {
  const none = BAND.replace("$40,000 to $59,999", "The annual wage is not available.");
  expect(payIn([VALUE, "<value/>"], [BAND, none], [HOURLY, HOURLY.replace("20.4", "")]).wages).toEqual([
    "year: null not-published",
    "hour: null not-published",
  ]);
});

const TOP: Change[] = [
  [VALUE, "<value/>"],
  [
    ANNUAL_NOTE,
    '<range type="text">$80,000 or more</range><note>This wage is equal to or greater than $239,200 per year.</note>',
  ],
  [HOURLY, "<value/><note>This wage is equal to or greater than $115.00 per hour.</note>"],
];

test("at the survey's cap the figures stand in the notes", () => {
  expect(payIn(...TOP)).toEqual({
    wages: ["year: 239200 at-least", "hour: 115 at-least"],
    bands: ["80000–null at-least"],
  });
});

test.each<[what: string, part: string, change: Change]>([
  [
    "a note beside a value",
    "qf_median_pay_annual/value",
    [ANNUAL_NOTE, `${BAND}<note>This wage is equal to or greater than $239,200 per year.</note>`],
  ],
  ["a note of other words", "qf_median_pay_annual/note", [ANNUAL_NOTE, `${BAND}<note>Estimated.</note>`]],
  [
    "a note on the other period",
    "qf_median_pay_hourly/note",
    [HOURLY, "<value/><note>This wage is equal to or greater than $239,200 per year.</note>"],
  ],
  ["a band beside no wage", "qf_median_pay_annual/range", [VALUE, "<value/>"]],
  ["a yearly wage with cents", "qf_median_pay_annual/value", [">42510<", ">42510.50<"]],
])("%s is refused", (_what, part, change) => {
  expect(refusalOf(changed(XML, change)).locator).toContain(`/quick_facts/${part}`);
});

test("whole numbers are read as written, anything else is none", () => {
  fc.assert(
    fc.property(fc.integer({ min: -999_999_999, max: 999_999_999 }), (n) => {
      expect(wholeOf(`${n}`)).toBe(n);
    }),
  );
  for (const words of ["", "-0", "007", "1,000", "1.5", "+5", "−5", " 5", "5 ", "1e3", "1234567890"])
    expect(wholeOf(words)).toBeUndefined();
});

test("amounts are read as written, anything else is none", () => {
  fc.assert(
    fc.property(fc.integer({ min: 100, max: 999_999_999 }), (cents) => {
      expect(amountOf((cents / 100).toFixed(2))).toBe(cents / 100);
    }),
  );
  for (const words of ["", "0", "0.50", "-5", "$5", "1,000.00", "5.", ".5", "5.555", "5 "])
    expect(amountOf(words)).toBeUndefined();
});
