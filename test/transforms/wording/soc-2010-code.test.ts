import { expect, test } from "vitest";
import { soc2010LevelOf } from "../../../transforms/wording/soc-2010-code.ts";
import { socLevelOf } from "../../../transforms/wording/soc-code.ts";

test.each([
  ["15-0000", "major"],
  ["15-1100", "minor"],
  ["29-1000", "minor"],
  ["51-5100", "minor"],
  ["29-1140", "broad"],
  ["29-1141", "detailed"],
])("%s of 2010 is a %s group", (code, level) => {
  expect(soc2010LevelOf(code)).toBe(level);
});

test("the exceptions of 2010 are not those of 2018", () => {
  expect([soc2010LevelOf("15-1200"), socLevelOf("15-1200")]).toEqual(["broad", "minor"]);
  expect([soc2010LevelOf("15-1100"), socLevelOf("15-1100")]).toEqual(["minor", "broad"]);
});
