import { expect, test } from "vitest";
import { textOf } from "../../../sources/reading/text.ts";
import { blocksIn } from "../../../sources/us-ooh/blocks.ts";
import { elementIn } from "../reading/elements.ts";

/** Blocks in short: "heading 3: Duties", "paragraph: words". */
function short(html: string): string[] {
  return blocksIn(elementIn(`<article>${html}</article>`)).map((block) => {
    const words = "text" in block ? block.text : textOf(block.node);
    return `${block.kind}${block.kind === "heading" ? ` ${block.level}` : ""}: ${words}`;
  });
}

test.each<[string, string, string[]]>([
  [
    "headings, paragraphs, lists and tables come one after the other",
    "<h3>Duties</h3><p>a</p><ul><li>b</li></ul><table><tr><td>c</td></tr></table>",
    ["heading 3: Duties", "paragraph: a", "list: b", "table: c"],
  ],
  [
    "text outside any paragraph is one",
    "loose <em>text</em><p>a</p> more",
    ["paragraph: loose text", "paragraph: a", "paragraph: more"],
  ],
  ["inline elements are part of the running text", "a <a href='/'>b</a><br>c", ["paragraph: a b c"]],
  [
    "empty paragraphs and lists are left out",
    "<p></p><p>&nbsp;</p><ul><li> </li></ul><p>a</p>",
    ["paragraph: a"],
  ],
  ["empty headings are left out", "<h3></h3><h3>&nbsp;</h3><p>a</p>", ["paragraph: a"]],
  [
    "an invisible placeholder is no heading",
    '<h3><span class="invisible">empty heading</span></h3><p>a</p>',
    ["paragraph: a"],
  ],
  ["an invisible box is not read", '<div class="invisible">x</div><p>a</p>', ["paragraph: a"]],
  [
    "the help link of a heading is not its words",
    '<h2 id="pay"><span>    Pay</span> <a class="thickbox about-this-section noprint">About this section</a></h2>',
    ["heading 2: Pay"],
  ],
  [
    "pictures with captions are left out",
    '<div class="ooh_right_img"><img src="x"><div>Caption</div></div><p>a</p>',
    ["paragraph: a"],
  ],
  [
    "videos are left out",
    '<div><div class="youtube-player"><p>Please enable</p></div></div><p>a</p>',
    ["paragraph: a"],
  ],
  [
    "navigation, scripts and styles are left out",
    "<nav>x</nav><script>y</script><style>z</style><p>a</p>",
    ["paragraph: a"],
  ],
  [
    "the tools of a sorted table are left out",
    '<div class="dataTables_filter">Search</div><p>a</p>',
    ["paragraph: a"],
  ],
  [
    "a chart is one block, not paragraphs",
    '<div class="ooh-chart"><p>b</p></div><p>a</p>',
    ["chart: b", "paragraph: a"],
  ],
  ["a box is opened", "<div><section><p>a</p>b</section></div>", ["paragraph: a", "paragraph: b"]],
  [
    "paragraphs left open are paragraphs of their own",
    "<p>a<p>b<h3>c</h3>",
    ["paragraph: a", "paragraph: b", "heading 3: c"],
  ],
  ["comments are not read", "a<!-- b --><p>c</p>", ["paragraph: a", "paragraph: c"]],
  ["a class that only resembles another is read", '<div class="ooh_right_image">a</div>', ["paragraph: a"]],
])("%s", (_, html, blocks) => {
  expect(short(html)).toEqual(blocks);
});

test("an empty tab has no blocks", () => {
  expect(short(" \n ")).toEqual([]);
});
