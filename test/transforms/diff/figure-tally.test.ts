import fc from "fast-check";
import { expect, test } from "vitest";
import { createFigureTally } from "../../../transforms/diff/figure-tally.ts";
import { periodColumns } from "../../../transforms/diff/period-columns.ts";
import { model } from "../../../transforms/model/model.ts";

const wage = (occupation_id: string, amount: number | null, given = {}) => ({
  ...{ occupation_id, statistic: "median", period: "year", industry_id: null, group_title: null },
  ...{ amount, currency: "USD", ...given },
});

test("figures are counted by kind, with the median of their changes and the largest of whole occupations", () => {
  const tally = createFigureTally();
  tally.note("wage", wage("nurses", 100_000), wage("nurses", 110_000));
  tally.note("wage", wage("actors", 50_000), wage("actors", 51_000));
  tally.note("wage", wage("fishers", 40_000), wage("fishers", 39_000));
  tally.note("wage", wage("pilots", 10, { industry_id: "air" }), wage("pilots", 30, { industry_id: "air" }));
  tally.note("wage", undefined, wage("coders", 60_000));
  tally.note("wage", wage("weavers", 30_000), wage("weavers", null));
  expect(tally.counts()).toEqual([
    {
      ...{
        label: "pay by the year, median",
        compared: 4,
        rose: 3,
        fell: 1,
        medianPercent: 6,
        new: 1,
        gone: 1,
      },
      rises: [
        { occupationId: "nurses", before: "$100,000", after: "$110,000", percent: 10 },
        { occupationId: "actors", before: "$50,000", after: "$51,000", percent: 2 },
      ],
      falls: [{ occupationId: "fishers", before: "$40,000", after: "$39,000", percent: -2.5 }],
    },
  ]);
});

test("a figure that was zero is counted, and has no percentage", () => {
  const tally = createFigureTally();
  tally.note("employment", { occupation_id: "a", jobs: 0 }, { occupation_id: "a", jobs: 10 });
  expect(tally.counts()).toMatchObject([{ compared: 0, rose: 1, medianPercent: undefined, rises: [] }]);
});

test("the order in which figures come makes no difference", () => {
  const pairs = fc.array(fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 })));
  fc.assert(
    fc.property(pairs, (amounts) => {
      const tallied = (order: readonly number[]) => {
        const tally = createFigureTally();
        for (const at of order)
          tally.note("wage", wage(`o${at}`, amounts[at]?.[0] ?? 1), wage(`o${at}`, amounts[at]?.[1] ?? 1));
        return tally.counts();
      };
      const order = [...amounts.keys()];
      expect(tallied(order)).toEqual(tallied(order.toReversed()));
    }),
  );
});

test("a figure and its successor share all of the key but the period", () => {
  expect(periodColumns(model.wage)).toEqual(["reference_period"]);
  expect(periodColumns(model.projection)).toEqual(["base_year", "target_year"]);
  expect(periodColumns(model.duty)).toEqual([]);
  expect(periodColumns(model.employer_share)).toEqual([]);
});
