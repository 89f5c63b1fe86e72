import { describe, expect, test } from "vitest";
import { type Change, changed, refusalOf } from "./cases.ts";

const PAY = '<h3><a class="tab_link" href="#tab-5">    Pay</a></h3>';
const WORK = '<h3><a class="tab_link" href="#tab-3">    Work Environment</a></h3>';
const SENTENCE = "<p>The median annual wage for landscape architects was $79,660 in May 2024.</p>";

describe("a page is refused", () => {
  test.each<[string, Change[], string]>([
    ["whose Summary has lost a heading", [[PAY, ""]], "a Summary of summary-what-they-do"],
    [
      "whose Summary has two headings in each other's place",
      [
        [PAY, "<h3>-</h3>"],
        [WORK, PAY],
        ["<h3>-</h3>", WORK],
      ],
      "a Summary of summary-what-they-do",
    ],
    ["whose Summary has a heading of its own", [[PAY, "<h3>Money</h3>"]], "a heading of the Summary tab"],
    [
      "where a heading is a paragraph",
      [["<h3>Education</h3>", "<p>Education</p>"]],
      "“Education” as a heading",
    ],
    [
      "where a paragraph is a heading",
      [["<h3>Education</h3>", "<h3>They study for years.</h3>"]],
      "a heading of the tab",
    ],
    [
      "where a heading is that of another tab",
      [["<h3>Education</h3>", "<h3>Work Schedules</h3>"]],
      "a heading of the tab",
    ],
    [
      "where a heading stands twice",
      [["<h3>Important Qualities</h3>", "<h3>Education</h3><p>More.</p><h3>Important Qualities</h3>"]],
      "one section about education",
    ],
    [
      "where a sentence of figures stands under another heading",
      [["<h3>Education</h3>", `<h3>Education</h3>${SENTENCE}`]],
      "no sentence like",
    ],
  ])("%s", (_, changes, expected) => {
    expect(refusalOf(changed("plain-page", ...changes)).message).toContain(expected);
  });
});
