import { expect, test } from "vitest";
import { sharesAddUp } from "../../../pipelines/checks/shares-add-up.ts";
import type { Row } from "../../../transforms/model/model.ts";
import { rowOf } from "../../sinks/small-dataset.ts";
import { ACTORS, breachesOf, messagesOf } from "./rows.ts";

function share(rank: number, percent: number | null, given: Partial<Row<"employer_share">> = {}) {
  return rowOf("employer_share", {
    occupation_id: ACTORS,
    rank,
    percent,
    industry_id: "us-ooh/Government",
    reference_period: "2024",
    ...given,
  });
}

test("good shares keep the rule", async () => {
  expect(await breachesOf(sharesAddUp)).toEqual([]);
});

test("shares that sum to more than everybody break it", async () => {
  expect(await breachesOf(sharesAddUp, share(1, 60), share(2, 45))).toEqual([
    {
      occupation_id: ACTORS,
      source_id: "us-ooh",
      capture_id: "capture-1",
      message: "The 2 shares of all workers sum to 105 percent.",
    },
  ]);
});

test("a group that breaks it is named", async () => {
  const extras = { group_title: "Extras" };
  expect(await messagesOf(sharesAddUp, share(1, 60, extras), share(2, 45, extras))).toEqual([
    `${ACTORS}: The 2 shares of Extras sum to 105 percent.`,
  ]);
});

test("half a point of rounding for each share keeps it, a little more does not", async () => {
  expect(await breachesOf(sharesAddUp, share(1, 60), share(2, 41))).toEqual([]);
  expect(await breachesOf(sharesAddUp, share(1, 60), share(2, 41.1))).toHaveLength(1);
});

test("shares of different groups, years and bases are not summed", async () => {
  const rows = [
    share(1, 90),
    share(1, 90, { group_title: "Extras" }),
    share(1, 90, { reference_period: "2023" }),
    share(1, 90, { basis: "derived" }),
  ];
  expect(await breachesOf(sharesAddUp, ...rows)).toEqual([]);
});

test("a share that is not published adds nothing", async () => {
  expect(await breachesOf(sharesAddUp, share(1, 100), share(2, null, { qualifier: "suppressed" }))).toEqual(
    [],
  );
});
