import { expect, test } from "vitest";
import { changeWords } from "../../../transforms/diff/change-words.ts";
import { model } from "../../../transforms/model/model.ts";

const NURSES = { occupation_id: "us-ooh/registered-nurses", source_id: "us-ooh" };

test("a figure is told as money, under the part of its key that says which it is", () => {
  const wage = { ...NURSES, area: "US", statistic: "p10", period: "year", reference_period: "2024-05" };
  const amount = (value: number) => ({ ...wage, amount: value, currency: "USD", qualifier: "exact" });
  expect(changeWords({ table: model.wage, before: amount(66_030), after: amount(66_930) })).toEqual({
    ...{ what: "wage · US · p10 · year · 2024-05", before: "$66,030", after: "$66,930" },
  });
});

test("a long text is shown around the place where it begins to differ", () => {
  const text = (words: string) => `${"Nurses look after patients. ".repeat(20)}They work in ${words}.`;
  const section = (words: string) => ({ ...NURSES, position: 3, text: text(words) });
  const { before, after } = changeWords({
    table: model.section,
    before: section("hospitals"),
    after: section("schools"),
  });
  expect(before).toBe("… after patients. They work in hospitals.");
  expect(after).toBe("… after patients. They work in schools.");
});

test("a row that came says what it says, and nothing before", () => {
  const row = { ...NURSES, rule: "sources-differ", severity: "warning", message: "The page says 2." };
  expect(changeWords({ table: model.issue, before: undefined, after: row })).toEqual({
    ...{ what: "issue · sources-differ · warning", before: "—", after: "The page says 2." },
  });
});
