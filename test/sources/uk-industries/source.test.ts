import { expect, test } from "vitest";
import { addressWordsIn, compareWorkbooks, WORKBOOK } from "../../../sources/uk-industries/address.ts";
import { ukIndustries } from "../../../sources/uk-industries/source.ts";
import { documentOf } from "../workbooks/written-workbook.ts";
import { cases } from "./cases.ts";

const later = WORKBOOK.replace("3136employment", "4001employment").replace("uk2021to2024", "uk2022to2025");

test.each([
  [WORKBOOK, { number: 3136, years: [2021, 2024] }],
  [later, { number: 4001, years: [2022, 2025] }],
  [WORKBOOK.replace("/file?uri=", ""), { number: 3136, years: [2021, 2024] }],
  [WORKBOOK.replace("asuk2021to2024", "uk"), { number: 3136, years: undefined }],
  [WORKBOOK.replace("asuk2021to2024", "asuk2024"), { number: 3136, years: [2024, 2024] }],
  [WORKBOOK.replace(".xlsx", ".csv"), undefined],
  [WORKBOOK.replace("3136employmentbyoccupationandindustry", "3136employmentbyregion"), undefined],
  [WORKBOOK.replace("www.ons.gov.uk", "example.org"), undefined],
  ["no address", undefined],
])("%s tells %j", (url, words) => {
  expect(addressWordsIn(url)).toEqual(words);
  expect(ukIndustries.kindOf(url)).toBe(words === undefined ? undefined : "workbook");
});

test("the workbook with the latest year has the word", () => {
  const [one, other] = [WORKBOOK, later].map((url) => ({ kind: "workbook", url }));
  if (one === undefined || other === undefined) throw new Error("Two workbooks are compared.");
  expect([one, other].sort(compareWorkbooks)).toEqual([other, one]);
  expect(compareWorkbooks(one, one)).toBe(0);
});

test("the workbook is the only document, and must be there", () => {
  expect(ukIndustries.roots).toEqual([{ kind: "workbook", url: WORKBOOK }]);
  expect(ukIndustries.listedBy({ kind: "workbook", url: WORKBOOK }, {})).toEqual([]);
});

test("an extract that comes back from the store is validated", () => {
  const { extract } = cases.readingOf(documentOf(cases.written("two-years")));
  const schema = ukIndustries.readers.workbook?.schema;
  expect(schema?.parse(JSON.parse(JSON.stringify(extract)))).toEqual(extract);
  expect(schema?.safeParse({ ...(extract as object), more: 1 }).success).toBe(false);
});
