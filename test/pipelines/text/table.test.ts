import { expect, test } from "vitest";
import { textTable } from "../../../pipelines/text/table.ts";

test("a table keeps to its width by breaking the widest cells", () => {
  const words = "General medical and surgical hospitals; state, local, and private";
  const text = textTable([{ title: "Industry" }, { title: "Share", align: "right" }], [[words, "29%"]], 40);
  expect(text.split("\n").every((line) => line.length <= 40)).toBe(true);
  expect(text.split("\n")[2]).toMatch(/^General medical and surgical +29%$/);
});

test("numbers stand under each other", () => {
  const text = textTable([{ title: "Jobs", align: "right" }], [["1,000"], ["20"]], 80);
  expect(text.split("\n").slice(2)).toEqual(["1,000", "   20"]);
});
