import { expect, test } from "vitest";
import { lawfulVersion, type Step } from "../../../transforms/model/schema-version.ts";

test.each<[string, readonly Step[], string]>([
  ["1.2.3", [], "1.2.3"],
  ["1.2.3", ["patch", "patch"], "1.2.4"],
  ["1.2.3", ["patch", "minor"], "1.3.0"],
  ["1.2.3", ["minor", "major", "patch"], "2.0.0"],
  ["1.9.9", ["minor"], "1.10.0"],
])("after %s, changes that are %j make %s", (version, steps, next) => {
  expect(lawfulVersion(version, steps)).toBe(next);
});
