import fc from "fast-check";
import { expect, test } from "vitest";
import { iscoLevelOf } from "../../../transforms/wording/isco-code.ts";

test.each([
  ["0", "major"],
  ["01", "sub-major"],
  ["011", "minor"],
  ["0110", "unit"],
  ["2221", "unit"],
])("%s is a %s group", (code, level) => {
  expect(iscoLevelOf(code)).toBe(level);
});

test("anything but one to four digits is no code", () => {
  fc.assert(
    fc.property(fc.string(), (words) => {
      fc.pre(!/^\d{1,4}$/.test(words));
      expect(iscoLevelOf(words)).toBeUndefined();
    }),
  );
});
