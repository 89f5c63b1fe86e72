import { expect, test } from "vitest";
import { DocumentError, quoted } from "../../../sources/reading/document-error.ts";

const PLACE = {
  url: "https://www.bls.gov/ooh/sales/models.htm",
  locator: "#quickfacts > tbody > tr",
  expected: "a number of jobs",
  found: "“many”",
};

test("the message says which address, where on it, what was expected and what was found", () => {
  expect(new DocumentError(PLACE).message).toBe(
    "https://www.bls.gov/ooh/sales/models.htm: at #quickfacts > tbody > tr: expected a number of jobs, found “many”.",
  );
});

test("the parts of the message can be read one by one", () => {
  expect(new DocumentError(PLACE)).toMatchObject({ name: "DocumentError", ...PLACE });
});

test("found words are quoted with their white space folded", () => {
  expect(quoted("  6,700\n\tjobs ")).toBe("“6,700 jobs”");
});

test("no words are called nothing", () => {
  expect(quoted(" \n\u00a0")).toBe("nothing");
});

test("words of up to 160 characters are quoted whole, longer ones are cut", () => {
  expect(quoted("a".repeat(160))).toBe(`“${"a".repeat(160)}”`);
  expect(quoted("a".repeat(161))).toBe(`“${"a".repeat(157)}…”`);
});
