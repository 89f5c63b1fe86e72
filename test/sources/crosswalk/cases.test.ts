import { expect, test } from "vitest";
import { rowsOf } from "../cases/facts-of.ts";
import { describeCases } from "../workbooks/describe-cases.ts";
import { documentOf } from "../workbooks/written-workbook.ts";
import { cases } from "./cases.ts";

describeCases(cases);

const factsOf = (name: string) => cases.readingOf(documentOf(cases.written(name))).facts;
const methodsOf = (name: string) =>
  Object.fromEntries(
    rowsOf(factsOf(name), "relation").map(({ from_id, to_id, method }) => [`${from_id} ${to_id}`, method]),
  );

test("every pair is a relation without a score, which nobody has computed", () => {
  for (const name of cases.names)
    for (const row of rowsOf(factsOf(name), "relation"))
      expect(row).toMatchObject({ kind: "equivalent", score: null, weight: null });
});

test("a code of 2010 that was split, and one of 2018 that was merged, are matched in part", () => {
  expect(methodsOf("editions")).toMatchObject({
    "us-soc-2010/15-1131 us-soc-2018/15-1251": "published",
    "us-soc-2010/15-1132 us-soc-2018/15-1252": "published-partial",
    "us-soc-2010/29-1067 us-soc-2018/29-1242": "published-partial",
    "us-soc-2010/29-1141 us-soc-2018/29-1141": "published",
  });
});

test("a pair that either sheet marks is matched in part, and both marks are kept as they stand", () => {
  expect(methodsOf("isco")).toMatchObject({
    "us-soc-2010/29-1141 isco-08/2221": "published",
    "us-soc-2010/35-1011 isco-08/3434": "published-partial",
    "us-soc-2010/55-1011 isco-08/0110": "published-partial",
  });
  const [twice] = rowsOf(factsOf("isco"), "relation").filter(({ from_id }) => from_id.endsWith("35-2014"));
  expect([twice?.locator, twice?.raw].map((words) => JSON.parse(words ?? ""))).toEqual([
    [
      "'[isco_soc_crosswalk.xls]2010 SOC to ISCO-08'!A13",
      "'[isco_soc_crosswalk.xls]2010 SOC to ISCO-08'!D13",
      "'[isco_soc_crosswalk.xls]2010 SOC to ISCO-08'!C13",
      "'[isco_soc_crosswalk.xls]ISCO-08 to 2010 SOC'!C15",
    ],
    ["35-2014", "3434", "*", "*"],
  ]);
});

test("codes keep their zeros and lose their blanks, and titles lose the mark of a merger", () => {
  const occupations = [...factsOf("isco"), ...factsOf("editions")].flatMap((fact) =>
    fact.table === "occupation" ? [`${fact.row.id} ${fact.row.level} ${fact.row.title}`] : [],
  );
  expect(occupations).toEqual(
    expect.arrayContaining([
      "isco-08/0110 unit Commissioned armed forces officers",
      "isco-08/211 minor Physical and earth science professionals",
      "us-soc-2010/55-1011 detailed Air Crew Officers",
      "us-soc-2018/15-1252 detailed Software Developers",
    ]),
  );
});
