import { expect, test } from "vitest";
import { reasonWords } from "../../../pipelines/refresh/reasons.ts";

const parked = (path: string) =>
  `https://www.bls.gov/${path} was not asked for, because www.bls.gov is parked for the rest of this run. The reason: it answered with 403.`;

test("what keeps a whole host from being asked is told once, without the documents", () => {
  expect(reasonWords(["it answered with 403.", parked("a.zip"), parked("b.zip")])).toBe(
    "it answered with 403.",
  );
});

test("the first four reasons are told, and how many more there are", () => {
  const reasons = ["One.", "Two.", "Three.", "Four.", "Five.", "Six."];
  expect(reasonWords(reasons)).toBe("One. Two. Three. Four. And 2 more: see the report.");
});
