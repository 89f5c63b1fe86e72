import fc from "fast-check";
import { expect, test } from "vitest";
import { indexName } from "../../../transforms/uk-soc/index-names.ts";

test.each([
  ["Zoologist", "", "", "Zoologist"],
  ["Administrator", "clerical", "", "Administrator (clerical)"],
  ["A", "", "Cabinet Office", "A (Cabinet Office)"],
  ["AP(T)", "grade 1,2,3", "local government", "AP(T) (grade 1,2,3; local government)"],
])("%s, “%s”, “%s” is called %s", (title, additional, industry, name) => {
  expect(indexName(title, additional, industry)).toBe(name);
});

test("names with two qualifiers are the same only where title and qualifiers are", () => {
  const word = fc.stringMatching(/^[a-zA-Z0-9,:' -]{1,12}$/);
  const entry = fc.tuple(word, word, word);
  fc.assert(
    fc.property(entry, entry, (one, other) => {
      const isSame = JSON.stringify(one) === JSON.stringify(other);
      expect(indexName(...one) === indexName(...other)).toBe(isSame);
    }),
  );
});
