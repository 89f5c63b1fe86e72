import { expect, test } from "vitest";
import { plainWords, renderMarkdown } from "../../../pipelines/text/markdown.ts";

const render = (markdown: string) => renderMarkdown(markdown, { width: 40, indent: "  " });

test("a paragraph is wrapped and indented", () => {
  expect(render("Nurses provide and coordinate patient care and educate patients.")).toBe(
    "  Nurses provide and coordinate patient\n  care and educate patients.",
  );
});

test("emphasis marks go, escaped signs stay", () => {
  expect(plainWords("***Coders*** use *codes* \\*and\\* \\[more\\]")).toBe("Coders use codes *and* [more]");
});

test("a link is its words, with the address where it is asked for", () => {
  const link = "see [the **board**](https://www.example.org/a%28b%29) first";
  expect(plainWords(link)).toBe("see the board first");
  expect(plainWords(link, true)).toBe("see the board <https://www.example.org/a%28b%29> first");
});

test("list items hang under their bullets, nested ones deeper", () => {
  expect(render("Tasks:\n\n- Review records for timeliness and accuracy\n  - Deeper\n1. First")).toBe(
    "  Tasks:\n\n  • Review records for timeliness and\n    accuracy\n    • Deeper\n  1. First",
  );
});

test("a table without a head has no line above it", () => {
  expect(render("|  |  |\n| --- | --- |\n| Hospitals | 29% |\n| Offices \\| more | 16 |")).toBe(
    "  Hospitals       29%\n  Offices | more  16",
  );
});

test("a table with a head has a line under it", () => {
  expect(render("| Title | Pay |\n| --- | --- |\n| Nurse | $10 |")).toBe(
    "  Title  Pay\n  ──────────\n  Nurse  $10",
  );
});

test("a table can be rendered in another way", () => {
  const tableInstead = (rows: readonly (readonly string[])[]) => `[${rows.join(";")}]`;
  expect(renderMarkdown("| a |\n| --- |\n| b |", { width: 40, tableInstead })).toBe("[b]");
});
