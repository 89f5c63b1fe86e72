import { expect, test } from "vitest";
import { levelIn2018Soc } from "../../../transforms/us-oews/soc-2018.ts";

test.each([
  ["11-0000", "major"],
  ["15-1200", "minor"],
  ["15-1250", "broad"],
  ["15-1252", "detailed"],
  ["55-3019", "detailed"],
  ["15-1256", undefined],
  ["15-1132", undefined],
  ["21-1018", undefined],
  ["00-0000", undefined],
  ["", undefined],
])("%s is %s", (code, level) => {
  expect(levelIn2018Soc(code)).toBe(level);
});
