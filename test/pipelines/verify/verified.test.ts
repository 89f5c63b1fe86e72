import { expect, test } from "vitest";
import { firstOf } from "../../../pipelines/verify/verified.ts";

const problems = (count: number) => Array.from({ length: count }, (_, index) => `Problem ${index + 1}.`);

test("so many problems are told, and the others are counted", () => {
  expect(firstOf(problems(20))).toEqual(problems(20));
  expect(firstOf(problems(23))).toEqual([...problems(20), "And 3 more of the kind."]);
});

test("problems that are not at hand are counted as well", () => {
  expect(firstOf(problems(23), 1_000).at(-1)).toBe("And 980 more of the kind.");
});
