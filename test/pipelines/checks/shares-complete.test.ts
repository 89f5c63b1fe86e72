import { expect, test } from "vitest";
import { sharesComplete } from "../../../pipelines/checks/shares-complete.ts";
import type { Row } from "../../../transforms/model/model.ts";
import { rowOf } from "../../sinks/small-dataset.ts";
import { ACTORS, breachesOf, messagesOf } from "./rows.ts";

const share = (rank: number, percent: number | null, given: Partial<Row<"employer_share">> = {}) =>
  rowOf("employer_share", {
    ...{ occupation_id: ACTORS, rank, percent, industry_id: "us-ooh/Government" },
    ...{ basis: "derived", reference_period: "2024", ...given },
  });

test("derived shares that make the whole keep the rule, to a hundredth of a percent each", async () => {
  expect(await breachesOf(sharesComplete)).toEqual([]);
  expect(await breachesOf(sharesComplete, share(1, 33.33), share(2, 33.33), share(3, 33.33))).toEqual([]);
});

test("derived shares that lack one break it", async () => {
  expect(await messagesOf(sharesComplete, share(1, 33.33), share(2, 33.33))).toEqual([
    `${ACTORS}: The 2 shares of all workers in 2024 sum to 66.66 percent.`,
  ]);
});

test("the publisher's own lists are of the largest only", async () => {
  expect(await breachesOf(sharesComplete, share(1, 40, { basis: "published" }))).toEqual([]);
});

test("where every share is withheld there is no whole", async () => {
  expect(await breachesOf(sharesComplete, share(1, null, { qualifier: "suppressed" }))).toEqual([]);
});
