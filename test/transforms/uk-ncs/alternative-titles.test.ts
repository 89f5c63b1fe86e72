import fc from "fast-check";
import { expect, test } from "vitest";
import { alternativeTitlesOf } from "../../../transforms/uk-ncs/alternative-titles.ts";

test.each([
  ["Comedian, show girl", ["Comedian", "show girl"]],
  ["Chef", ["Chef"]],
  ["Planner (rural, urban), officer", ["Planner (rural, urban)", "officer"]],
  ["Nurse ((adult, child), mental, other), carer", ["Nurse ((adult, child), mental, other)", "carer"]],
  ["Clerk, clerk, Clerk", ["Clerk", "clerk"]],
  ["a, , b,", ["a", "b"]],
  ["IT officer), analyst", ["IT officer)", "analyst"]],
  ["Planner (rural, urban", ["Planner (rural, urban"]],
  ["", []],
])("“%s”", (words, titles) => {
  expect(alternativeTitlesOf(words)).toEqual(titles);
});

test("titles without commas come back as they were", () => {
  const title = fc.stringMatching(/^[a-z][a-z ]{0,8}[a-z]( \([a-z, ]{1,8}\))?$/);
  fc.assert(
    fc.property(fc.uniqueArray(title, { minLength: 1 }), (titles) => {
      expect(alternativeTitlesOf(titles.join(", "))).toEqual(titles);
    }),
  );
});
