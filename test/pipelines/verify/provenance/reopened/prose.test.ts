import { expect, test } from "vitest";
import { proseAt } from "../../../../../pipelines/verify/provenance/reopened/prose.ts";
import { elementIn } from "../../../../sources/reading/elements.ts";

const prose = (html: string, selector: string) =>
  proseAt(elementIn(html, selector), "https://www.example.org/page");

test("below a heading stands all that follows in its article, out of its own box too", () => {
  const html =
    "<article><div><h3>Duties</h3><p>They <em>plan</em>.</p></div><ul><li>One</li></ul><h3>Pay</h3><p>Much.</p></article><p>Else</p>";
  expect(prose(html, "h3")).toEqual(["They *plan*.", "- One", "### Pay", "Much."]);
});

test("any other element has the prose that is in it", () => {
  expect(prose('<section id="college"><h3>College</h3><p>Two years.</p></section>', "#college")).toEqual([
    "### College",
    "Two years.",
  ]);
});

test.each([
  '<div class="ooh_right_img"><p>A caption</p></div>',
  '<div class="job-profile-video">Film</div>',
  '<dl class="ooh-chart"><dt>A</dt><dd>1%</dd></dl>',
  '<table id="outlook-table"><tr><td>1</td></tr></table>',
  "<nav>Back</nav>",
])("%s is no prose, wherever it stands", (box) => {
  expect(prose(`<article><h2>Pay</h2>${box}<div><p>Words</p>${box}</div></article>`, "h2")).toEqual([
    "Words",
  ]);
});

test("the page is the same after its prose was read", () => {
  const heading = elementIn("<article><h2>A</h2><div><nav>b</nav><p>c</p></div></article>", "h2");
  const before = proseAt(heading, "https://www.example.org/");
  expect(proseAt(heading, "https://www.example.org/")).toEqual(before);
});

test("a heading below which nothing stands is left out", () => {
  const html = "<section><h3>A</h3><p>a</p><h4>None</h4><h4>More</h4><p>b</p><h4>Last</h4></section>";
  expect(prose(html, "h3")).toEqual(["a", "#### More", "b"]);
});
