import { describe, expect, test } from "vitest";
import { openPage } from "../../../sources/reading/page.ts";
import { blocksIn } from "../../../sources/us-ooh/blocks.ts";
import { dutiesIn, qualitiesIn, specialtiesIn } from "../../../sources/us-ooh/named-paragraphs.ts";

function open(html: string) {
  const body = Buffer.from(`<article>${html}</article>`);
  const page = openPage({ url: "https://www.bls.gov/ooh/sales/models.htm", mediaType: "text/html", body });
  return { page, blocks: blocksIn(page.one("article")) };
}

describe("lists of duties", () => {
  const duties = (html: string) =>
    dutiesIn(open(html).blocks).map(({ introduction, items }) => [
      introduction?.text ?? null,
      ...items.map(({ text }) => text),
    ]);

  test.each<[string, string, (string | null)[][]]>([
    [
      "have the paragraph before them as introduction",
      "<p>As follows:</p><ul><li>a</li><li>b</li></ul>",
      [["As follows:", "a", "b"]],
    ],
    ["have none right after a heading", "<h3>Duties</h3><ul><li>a</li></ul>", [[null, "a"]]],
    [
      "have none right after a list",
      "<p>x</p><ul><li>a</li></ul><ul><li>b</li></ul>",
      [
        ["x", "a"],
        [null, "b"],
      ],
    ],
    ["can be ordered", "<ol><li>a</li></ol>", [[null, "a"]]],
    ["leave empty items out", "<ul><li>a</li><li> </li></ul>", [[null, "a"]]],
    ["fold white space inside an item", "<ul><li>a\n\t b&nbsp;c</li></ul>", [[null, "a b c"]]],
    ["are none where there is no list", "<p>a</p>", []],
  ])("%s", (_, html, lists) => {
    expect(duties(html)).toEqual(lists);
  });
});

describe("specialties", () => {
  const specialties = (html: string) =>
    specialtiesIn(open(html).blocks).map(({ name, text, whole }) => [name, text, whole]);

  test.each<[string, string, string[][]]>([
    [
      "begin with an emphasised name",
      "<p><em>Coders</em> write codes.</p>",
      [["Coders", "write codes.", "Coders write codes."]],
    ],
    [
      "whose name was split by the editor",
      "<p><strong><em>C</em></strong><strong><em>oders</em></strong> write.</p>",
      [["Coders", "write.", "Coders write."]],
    ],
    [
      "whose name ends in a mark",
      "<p><strong>Officers’</strong> duties differ.</p>",
      [["Officers", "duties differ.", "Officers’ duties differ."]],
    ],
    ["are not paragraphs with emphasis further in", "<p>Some <em>coders</em> write.</p>", []],
    ["are not paragraphs that are nothing but emphasis", "<p><em>All of it.</em></p>", []],
    [
      "are not paragraphs that only introduce a list",
      "<p><em>Coders</em> typically do the following:</p>",
      [],
    ],
    ["are not items of a list", "<ul><li><em>Coders</em> write.</li></ul>", []],
  ])("%s", (_, html, named) => {
    expect(specialties(html)).toEqual(named);
  });
});

describe("important qualities", () => {
  const HEADING = "<h3>Important Qualities</h3>";
  const qualities = (html: string) => {
    const { page, blocks } = open(html);
    return {
      named: qualitiesIn(page, blocks).map(({ name, text }) => [name, text.trim()]),
      remarks: page.remarks,
    };
  };

  test.each<[string, string, string[][]]>([
    [
      "have a name and what is said of it",
      "<p><strong><em>Integrity.</em></strong> Keep secrets.</p>",
      [["Integrity", "Keep secrets."]],
    ],
    [
      "with the full stop outside the emphasis",
      "<p><strong><em>Integrity</em></strong>. Keep secrets.</p>",
      [["Integrity", "Keep secrets."]],
    ],
    [
      "with a space before the end of the emphasis",
      "<p><em><strong>Integrity. </strong></em>Keep secrets.</p>",
      [["Integrity", "Keep secrets."]],
    ],
    ["with a colon", "<p><strong>Integrity:</strong> Keep secrets.</p>", [["Integrity", "Keep secrets."]]],
    [
      "in a paragraph that is emphasised whole",
      "<p><em><strong>Integrity. </strong></em><em>Keep secrets.</em></p>",
      [["Integrity", "Keep secrets."]],
    ],
    [
      "with a word too many emphasised",
      "<p><strong><em>Integrity. Keep</em></strong> secrets.</p>",
      [["Integrity", "Keep secrets."]],
    ],
    [
      "of several words",
      "<p><strong><em>Problem-solving skills.</em></strong> Think.</p>",
      [["Problem-solving skills", "Think."]],
    ],
  ])("%s", (_, html, named) => {
    expect(qualities(HEADING + html).named).toEqual(named);
  });

  test("end at the next heading", () => {
    const html = `${HEADING}<p><b>One.</b> a</p><h3>Training</h3><p><b>Two.</b> b</p>`;
    expect(qualities(html).named).toEqual([["One", "a"]]);
  });

  test("are none without their heading", () => {
    expect(qualities("<p><b>One.</b> a</p>").named).toEqual([]);
  });

  test("can be introduced; any later paragraph without a name is remarked on", () => {
    const { named, remarks } = qualities(`${HEADING}<p>Introduction.</p><p><b>One.</b> a</p><p>No name.</p>`);
    expect(named).toEqual([["One", "a"]]);
    expect(remarks).toEqual([
      {
        rule: "unnamed-quality",
        locator: "article > p:nth-of-type(3)",
        message: "A paragraph without a name: “No name.”.",
      },
    ]);
  });
});
