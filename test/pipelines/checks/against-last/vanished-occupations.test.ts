import { expect, test } from "vitest";
import { vanishedOccupations } from "../../../../pipelines/checks/against-last/vanished-occupations.ts";
import type { Fact } from "../../../../transforms/model/model.ts";
import { rowOf } from "../../../sinks/small-dataset.ts";
import { documentOf, findingsOf } from "./documents.ts";

const occupation = (id: string) => rowOf("occupation", { id, scheme: "us-ooh", title: id }) as Fact;
const BOTH = [occupation("us-ooh/actors"), occupation("us-soc-2018/27-2011")];

test("an occupation that a document no longer describes is named", () => {
  expect(findingsOf(vanishedOccupations, documentOf(BOTH), documentOf(BOTH.slice(0, 1)))).toEqual([
    "us-soc-2018/27-2011 is no longer described",
  ]);
});

test("another edition may have other codes, and one that tells no edition has none", () => {
  const fewer = BOTH.slice(0, 1);
  expect(findingsOf(vanishedOccupations, documentOf(BOTH), documentOf(fewer, "2025-35"))).toEqual([]);
  const untold = (facts: readonly Fact[]) => ({ ...documentOf(facts), edition: undefined });
  expect(findingsOf(vanishedOccupations, untold(BOTH), untold(fewer))).toHaveLength(1);
});
