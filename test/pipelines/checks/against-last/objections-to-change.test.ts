import { expect, test } from "vitest";
import {
  CHANGE_RULES,
  objectionsToChange,
} from "../../../../pipelines/checks/against-last/objections-to-change.ts";
import { documentOf, fact } from "./documents.ts";

const MEDIAN = fact("wage", { amount: 50_250 });
const SECTION = fact("section", { topic: "pay", position: 1, heading: "Pay", text: "Words." });

test("a document that says what it said has nothing against it", () => {
  expect(objectionsToChange(documentOf([MEDIAN, SECTION]), documentOf([MEDIAN, SECTION]))).toEqual([]);
});

test("each rule that objects is named with what it found", () => {
  const now = documentOf([fact("wage", { amount: 5_025 })]);
  expect(objectionsToChange(documentOf([MEDIAN, SECTION]), now)).toEqual([
    { rule: "lost-text", findings: ["section “pay” of us-ooh/actors is gone (1 rows)"] },
    { rule: "jumping-values", findings: [expect.stringContaining("was 50250 and is 5025")] },
  ]);
});

test("no two rules have one name", () => {
  expect(new Set(CHANGE_RULES.map(({ rule }) => rule)).size).toBe(CHANGE_RULES.length);
});
