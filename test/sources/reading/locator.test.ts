import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { locatorOf } from "../../../sources/reading/locator.ts";
import { allElements, elementIn, elementsIn, parsed } from "./elements.ts";

test("a path begins at the nearest ancestor that has an id", () => {
  expect(locatorOf(elementIn('<div id="panes"><div id="tab-1"><p>a</p></div></div>', "p"))).toBe(
    "#tab-1 > p",
  );
});

test("an element with an id is found by it alone", () => {
  expect(locatorOf(elementIn('<div><table id="quickfacts"></table></div>', "table"))).toBe("#quickfacts");
});

test("without any id the path begins at the root", () => {
  expect(locatorOf(elementIn("<html><body><p>a</p></body></html>", "p"))).toBe("html > body > p");
});

test("an element among others of its name is counted among them", () => {
  expect(locatorOf(elementIn("<ul><li>a</li><b>x</b><li class='c'>b</li></ul>", ".c"))).toBe(
    "ul > li:nth-of-type(2)",
  );
});

test.each(["TB_inline?height=325", "1st", "a b", "a.b", ""])("an id like %j is no part of a path", (id) => {
  expect(locatorOf(elementIn(`<div id="${id}"><p>a</p></div>`, "p"))).toBe("div > p");
});

test("the place of a text is that of the element that holds it", () => {
  const [text] = elementIn('<p id="lead">words</p>', "p").children;
  expect(text === undefined ? "" : locatorOf(text)).toBe("#lead");
});

describe("a locator finds its element again", () => {
  const tag = fc.constantFrom("div", "p", "ul", "li", "span", "table", "tr", "td", "em");
  const { tree } = fc.letrec<{ tree: string; children: string }>((tie) => ({
    children: fc.array(tie("tree"), { maxLength: 4 }).map((parts) => parts.join("")),
    tree: fc.oneof(
      { maxDepth: 5 },
      fc.constant("words"),
      fc.tuple(tag, tie("children")).map(([name, inner]) => `<${name}>${inner}</${name}>`),
    ),
  }));

  test("in any tree without ids", () => {
    fc.assert(
      fc.property(tree, (html) => {
        const root = parsed(`<main>${html}</main>`);
        for (const element of allElements(root))
          expect(elementsIn(root, locatorOf(element))).toEqual([element]);
      }),
    );
  });

  test("in any tree in which every second element has an id of its own", () => {
    fc.assert(
      fc.property(tree, (html) => {
        const root = parsed(`<main>${html}</main>`);
        for (const [index, element] of allElements(root).entries())
          if (index % 2 === 1) element.attribs.id = `id-${index}`;
        for (const element of allElements(root))
          expect(elementsIn(root, locatorOf(element))).toEqual([element]);
      }),
    );
  });
});
