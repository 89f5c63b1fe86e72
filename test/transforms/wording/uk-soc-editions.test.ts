import { expect, test } from "vitest";
import { isOnlyIn } from "../../../transforms/wording/uk-soc-editions.ts";

test.each([
  ["1115", true, false],
  ["6145", true, false],
  ["9272", true, false],
  ["1111", false, true],
  ["2237", false, true],
  ["63", false, true],
  // In both, as another occupation each: 2135 were analysts, and are cyber security professionals.
  ["2135", false, false],
  ["1", false, false],
  ["9999", false, false],
])("%s is only in SOC 2010: %s, only in SOC 2020: %s", (code, in2010, in2020) => {
  expect(isOnlyIn("uk-soc-2010", code)).toBe(in2010);
  expect(isOnlyIn("uk-soc-2020", code)).toBe(in2020);
});
