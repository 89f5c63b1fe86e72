import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { absolute, markdownOf } from "../../../sources/reading/markdown.ts";
import { nodesIn } from "./elements.ts";

const BASE = "https://www.bls.gov/ooh/sales/models.htm";

function markdown(html: string): string {
  return markdownOf(nodesIn(html), BASE);
}

describe("links", () => {
  test.each([
    ["a relative one becomes absolute", "/ooh/arts/a.htm", "https://www.bls.gov/ooh/arts/a.htm"],
    ["one beside the page becomes absolute", "b.htm", "https://www.bls.gov/ooh/sales/b.htm"],
    ["an absolute one stays", "http://www.onetonline.org/", "http://www.onetonline.org/"],
    ["one into the page leads to the page", "#tab-4", `${BASE}#tab-4`],
    ["white space around it does not count", " /x ", "https://www.bls.gov/x"],
    ["brackets are escaped", "/a_(b)", "https://www.bls.gov/a_%28b%29"],
  ])("%s", (_, href, target) => {
    expect(markdown(`<a href="${href}">words</a>`)).toBe(`[words](${target})`);
  });

  test.each([
    "javascript:alert(1)",
    "JavaScript:alert(1)",
    " javascript:x",
    "data:text/html,x",
    "mailto:a@b.c",
    "http://[",
  ])("%j is dropped, its words stay", (href) => {
    expect(markdown(`<a href="${href}">words</a>`)).toBe("words");
    expect(absolute(href, BASE)).toBeUndefined();
  });

  test("emphasis inside a link stays inside it", () => {
    expect(markdown('<a href="/x">a <em>b</em></a>')).toBe("[a *b*](https://www.bls.gov/x)");
  });

  test("a link around nothing is dropped", () => {
    expect(markdown('a <a href="/x"><img src="y"></a> b')).toBe("a b");
  });
});

describe("blocks", () => {
  test.each([
    ["paragraphs are set apart", "<p>one</p><p>two</p>", "one\n\ntwo"],
    ["empty paragraphs are left out", "<p>one</p><p> &nbsp; </p><p></p><p>two</p>", "one\n\ntwo"],
    ["text outside any paragraph is a paragraph", "one <em>x</em><p>two</p>three", "one *x*\n\ntwo\n\nthree"],
    ["a heading has its level", "<h4>Pay</h4>", "#### Pay"],
    ["an empty heading is left out", "<h3> </h3>a", "a"],
    ["a box gives its blocks", "<div><p>a</p><div>b</div></div>", "a\n\nb"],
    ["a line break is a space", "<p>a<br>b</p>", "a b"],
    ["a non-breaking space is a space", "<p>a&nbsp;b</p>", "a b"],
    ["struck-out text is left out, inserted text is read", "<p>a<del>b</del><ins>c</ins><s>d</s></p>", "ac"],
    ["comments and scripts are left out", "<p>a<!-- b --></p><script>c</script><style>d</style>", "a"],
  ])("%s", (_, html, text) => {
    expect(markdown(html)).toBe(text);
  });
});

describe("lists", () => {
  test.each([
    ["a list has a mark on each item", "<ul><li>a</li><li>b</li></ul>", "- a\n- b"],
    ["an ordered list is counted", "<ol><li>a</li><li>b</li></ol>", "1. a\n2. b"],
    ["empty items are left out and not counted", "<ol><li>a</li><li> </li><li>b</li></ol>", "1. a\n2. b"],
    ["an empty list is left out", "<p>a</p><ul><li></li></ul>", "a"],
    ["a nested list is set in", "<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>", "- a\n\n  - b\n- c"],
    [
      "an ordered list inside is set in by its own mark",
      "<ol><li>a<ol><li>b</li></ol></li></ol>",
      "1. a\n\n   1. b",
    ],
    ["paragraphs of an item stay in it", "<ul><li><p>a</p><p>b</p></li></ul>", "- a\n\n  b"],
    ["items left open are items of their own", "<ul><li>a<li>b</ul>", "- a\n- b"],
  ])("%s", (_, html, text) => {
    expect(markdown(html).replace(/ +$/gm, "")).toBe(text);
  });
});

describe("tables", () => {
  test("a table without headers gets empty ones", () => {
    expect(markdown("<table><tr><td>a</td><td>28%</td></tr></table>")).toBe(
      "|  |  |\n| --- | --- |\n| a | 28% |",
    );
  });

  test("headers, caption and the bar inside a cell are kept", () => {
    const html =
      "<table><caption>Days</caption><tr><th>A</th><th>B</th></tr><tr><td>x | y</td><td>2</td></tr></table>";
    expect(markdown(html)).toBe("**Days**\n\n| A | B |\n| --- | --- |\n| x \\| y | 2 |");
  });

  test("short rows are filled up", () => {
    expect(markdown("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>")).toBe(
      "|  |  |\n| --- | --- |\n| a | b |\n| c |  |",
    );
  });

  test("a table without cells is left out", () => {
    expect(markdown("<p>a</p><table><tr></tr></table>")).toBe("a");
  });
});

describe("emphasis", () => {
  test.each([
    ["strong and em", "<strong>a</strong> <em>b</em> <strong><em>c</em></strong>", "**a** *b* ***c***"],
    [
      "split by the editor",
      "<strong><em>C</em></strong><strong><em>uriosity.</em></strong> x",
      "***Curiosity.*** x",
    ],
    ["with its space inside", "<strong>a </strong>b", "**a** b"],
    ["around nothing", "a<em> </em>b", "a b"],
  ])("%s", (_, html, text) => {
    expect(markdown(html)).toBe(text);
  });
});

describe("what Markdown would take for mark-up is escaped", () => {
  test.each([
    ["a &lt; b", "a \\< b"],
    ["&lt;script&gt;", "\\<script\\>"],
    ["2*3_4", "2\\*3\\_4"],
    ["[a](b)", "\\[a\\](b)"],
    ["`x` \\", "\\`x\\` \\\\"],
  ])("%s", (html, text) => {
    expect(markdown(`<p>${html}</p>`)).toBe(text);
  });

  test("no text ever makes a raw tag", () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.constantFrom("<", ">", "\\", "/", "script", "!--"), fc.string())),
        (parts) => {
          const text = parts.join("").replaceAll("&", "&amp;").replaceAll("<", "&lt;");
          for (const html of [
            text,
            `<p><em>${text}</em></p>`,
            `<ul><li>${text}</li></ul>`,
            `<table><tr><td>${text}</td></tr></table>`,
          ])
            expect(withoutEscapes(markdown(html))).not.toMatch(/<[a-z/!?]/i);
        },
      ),
    );
  });

  test("no address ever makes a raw tag or leaves its brackets", () => {
    fc.assert(
      fc.property(fc.string(), (href) => {
        const target = absolute(href, BASE);
        if (target !== undefined) expect(target).toMatch(/^https?:[^\s<>()]*$/);
      }),
    );
  });
});

describe("no text is lost, and no words run together", () => {
  test.each([
    ["paragraphs inside an inline element", "<span><p>one</p><p>two</p></span>"],
    ["paragraphs inside a block that is not listed", "<article><p>one</p><p>two</p></article>"],
    ["terms and their descriptions", "<dl><dt>one</dt><dd>two</dd></dl>"],
    ["a list right inside a list", "<ul><li>one</li><ul><li>two</li></ul></ul>"],
    ["text right inside a list", "<ul>one<li>two</li></ul>"],
  ])("%s", (_, html) => {
    expect(markdown(html)).toMatch(/one\s[^a-z]*two/);
  });
});

describe("a paragraph that begins like a heading or a list is still a paragraph", () => {
  test.each(["# one", "- one", "+ one", "1. one", "2024. one"])("%s", (text) => {
    expect(markdown(`<p>${text}</p>`)).not.toBe(text);
  });
});

/** Escaped characters taken away, as a renderer of Markdown would: what is left can be mark-up. */
function withoutEscapes(text: string): string {
  return text.replace(/\\[\\`*_[\]<>|]/g, "");
}
