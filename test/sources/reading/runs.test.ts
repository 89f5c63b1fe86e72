import { describe, expect, test } from "vitest";
import { leadOf, plainText, runsOf } from "../../../sources/reading/runs.ts";
import { nodesIn } from "./elements.ts";

/** Runs in short: `[b:words]` strong, `[i:words]` emphasised, `[bi:words]` both, `words` plain. */
function short(html: string): string {
  return runsOf(nodesIn(html))
    .map(({ text, strong, em }) => {
      const style = `${strong ? "b" : ""}${em ? "i" : ""}`;
      return style === "" ? text : `[${style}:${text}]`;
    })
    .join("");
}

test.each([
  ["plain text is one run", "one <span>two</span> three", "one two three"],
  ["emphasis inside emphasis is both", "<strong><em>Name.</em></strong> text", "[bi:Name. ]text"],
  ["b, i and cite are emphasis", "<b>a</b> <i>b</i> x <cite>c</cite>", "[b:a ][i:b ]x [i:c]"],
  ["emphasis split by the editor is one run", "<em>I</em><em>ntegrity</em> text", "[i:Integrity ]text"],
  [
    "a space inside emphasis stays between the words",
    "<em>Medical coders</em><em> </em>code",
    "[i:Medical coders ]code",
  ],
  ["emphasis around nothing is dropped", "one<strong> </strong><em></em>two", "one two"],
  ["emphasis around nothing and no space joins", "one<strong></strong>two", "onetwo"],
  ["a line break is a space", "one<br>two", "one two"],
  ["white space is folded across runs", "  a \n <em> b </em> \u00a0 c ", "a [i:b ]c"],
  ["struck-out text is left out", "ten<del> twelve</del> jobs", "ten jobs"],
])("%s", (_, html, runs) => {
  expect(short(html)).toBe(runs);
});

test("runs with different links stay apart, with the address that the page gives", () => {
  expect(
    runsOf(nodesIn('<a href="/a">a</a><a href="/b">b</a><a>c</a>')).map(({ text, href }) => [text, href]),
  ).toEqual([
    ["a", "/a"],
    ["b", "/b"],
    ["c", undefined],
  ]);
});

test("the runs of a text make up its words again", () => {
  expect(plainText(runsOf(nodesIn("<em>a</em> b <strong>c</strong>")))).toBe("a b c");
});

describe("a text begins with emphasised words, or plainly", () => {
  test.each([
    ["<strong><em>Patience.</em></strong> Trees are slow.", "Patience.", "Trees are slow."],
    ["<em>Medical coders</em><em><strong> </strong></em>translate", "Medical coders", "translate"],
    ["<strong><em>Name</em></strong><em>.</em> Rest", "Name.", "Rest"],
    ["Some draw <em>only</em> coasts.", "", "Some draw only coasts."],
    ["<em>All of it.</em>", "All of it.", ""],
    ["", "", ""],
  ])("%s", (html, lead, rest) => {
    expect(leadOf(runsOf(nodesIn(html)))).toEqual({ lead, rest });
  });
});
