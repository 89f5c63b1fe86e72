import { expect, test } from "vitest";
import { readHtmlWords } from "../../../sources/us-ooh-xml/html-words.ts";

function refuse(expected: string, found: string): never {
  throw new Error(`expected ${expected}, found ${found}`);
}

/** Parts in short: "heading: words", white space folded. */
function partsOf(html: string): string[] {
  return readHtmlWords(html, refuse).parts.map(
    ({ heading, text }) => `${heading ?? "–"}: ${text.replace(/[\s\u00a0]+/g, " ").trim()}`,
  );
}

test.each<[string, string, string[]]>([
  ["words before the first heading have none", "<p>a</p><h3>B</h3><p>c</p>", ["–: a", "B: c"]],
  ["headings of any level divide", "<h2>A</h2>b<h4>C</h4>d<h5>E</h5>f", ["–: ", "A: b", "C: d", "E: f"]],
  ["an empty heading does not", "<h3>A</h3><p>b</p><h3></h3><p>c</p>", ["–: ", "A: b c"]],
  ["emphasis in a heading is no matter", "<h3><strong>A</strong> b</h3>c", ["–: ", "A b: c"]],
  ["tags between words part them", "<p>a</p><p>b</p>c<br>d<em>e</em>", ["–: a b c d e"]],
  [
    "spans, links and underlined words are inside words",
    "<span>wid</span>g<u>e</u>t<a>s</a>",
    ["–: widgets"],
  ],
  ["entities and bare & are text", "R&D &rsquo;&mdash;&nbsp;&amp;", ["–: R&D ’— &"]],
  ["comments and server-side directives are not read", 'a<!-- b --><!--#echo var="D" -->c', ["–: ac"]],
  ["scripts and struck-out words are not read", "a<script>b</script><del>c</del>d", ["–: a d"]],
  ["notes below a table are not read", "<table><tfoot><tr><td>a</tfoot><tr><td>b</table>c", ["–: b c"]],
  ["tags may be left open", "<ul><li>a<li>b</ul><p>c<p>d", ["–: a b c d"]],
  [
    "a cell says its words in each column",
    '<table><tr><td colspan="2">a</td><td>b</td></tr></table>',
    ["–: a a b"],
  ],
])("%s", (_what, html, parts) => {
  expect(partsOf(html)).toEqual(parts);
});

test("targets are those of links, each with its row", () => {
  const html =
    '<a href="/a">a</a><a name="b">b</a><table><tr><td><a class="x" href="/c" class="y">c</a><td><a href="/d"></a><tr><td><a href="/e?f=1&g=2">e</a></table>';
  expect(readHtmlWords(html, refuse).targets).toEqual([
    { href: "/a", row: 0 },
    { href: "/c", row: 1 },
    { href: "/d", row: 1 },
    { href: "/e?f=1&g=2", row: 2 },
  ]);
});

test("elements in elements without end are refused", () => {
  expect(() => partsOf("<b>".repeat(200_000))).toThrow("expected elements 512 deep at most");
});

test("columns that would say more than any page are refused", () => {
  const nested = '<table><tr><td colspan="100">a'.repeat(20);
  expect(() => partsOf(nested)).toThrow("found cells that span columns without end");
});
