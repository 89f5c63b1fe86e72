import fc from "fast-check";
import { expect, test } from "vitest";
import { ukSocLevelOf, ukSocParentOf } from "../../../transforms/wording/uk-soc-code.ts";

test.each([
  ["2", "major", undefined],
  ["22", "sub-major", "2"],
  ["223", "minor", "22"],
  ["2237", "unit", "223"],
])("%s is a %s group within %s", (code, level, parent) => {
  expect([ukSocLevelOf(code), ukSocParentOf(code)]).toEqual([level, parent]);
});

test.each(["", "0", "0110", "22371", "2237/01", "2237 ", "}}}}", "29-1141"])("“%s” is no code", (words) => {
  expect(ukSocLevelOf(words)).toBeUndefined();
});

test("every number of four digits is a unit group, and four steps up there is none", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1_000, max: 9_999 }), (number) => {
      const code = `${number}`;
      expect(ukSocLevelOf(code)).toBe("unit");
      let steps = 0;
      for (let group: string | undefined = code; group !== undefined; group = ukSocParentOf(group)) steps++;
      expect(steps).toBe(4);
    }),
  );
});

test("any other words are no code", () => {
  fc.assert(
    fc.property(fc.string(), (words) => {
      fc.pre(!/^[1-9]\d{0,3}$/.test(words));
      expect(ukSocLevelOf(words)).toBeUndefined();
    }),
  );
});
