import { load } from "cheerio";
import type { AnyNode } from "domhandler";
import { describe, expect, test } from "vitest";
import { select } from "../../../sources/reading/selector.ts";
import { textOf } from "../../../sources/reading/text.ts";

const root = load(
  `<div id="a" class="x  tab-table"><p title="one">1</p><p class="x">2</p><section><p title="two" id="b">3</p></section></div>`,
  { xml: { xmlMode: false } },
).root()[0] as AnyNode;

const found = (selector: string) => select(selector, root).map((element) => textOf(element));

describe("a selector", () => {
  test.each([
    ["p", ["1", "2", "3"]],
    ["#b", ["3"]],
    ["p.x", ["2"]],
    [".tab-table", ["1 2 3"]],
    ["p[title]", ["1", "3"]],
    ['p[title="two"]', ["3"]],
    ["#b, p.x", ["2", "3"]],
    ["table", []],
  ])("%s finds what it names, in the order of the document", (selector, texts) => {
    expect(found(selector)).toEqual(texts);
  });

  test.each(["", "div > p", "p:first-child", "*", "div p"])(
    "“%s” is not for readers, and says so",
    (selector) => {
      expect(() => found(selector)).toThrow("is no selector that readers use");
    },
  );

  test("looks below an element, not at it", () => {
    const [section] = select("section", root);
    expect(section && select("section", section)).toEqual([]);
  });
});
