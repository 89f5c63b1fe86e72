import { expect, test } from "vitest";
import { createCssPaths } from "../../../../../pipelines/verify/provenance/reopened/css-path.ts";
import { locatorOf } from "../../../../../sources/reading/locator.ts";
import { textOf } from "../../../../../sources/reading/text.ts";
import { allElements, parsed } from "../../../../sources/reading/elements.ts";
import { writtenCases } from "../../../../sources/us-ooh/cases.ts";

const wordsAt = (html: string, path: string) => createCssPaths(parsed(html))(path).map(textOf);

test("a path leads from an id, or from the root, child by child", () => {
  const html = '<html><body><div id="tab-1"><p>a</p><p>b</p></div><p>c</p></body></html>';
  expect(wordsAt(html, "#tab-1 > p:nth-of-type(2)")).toEqual(["b"]);
  expect(wordsAt(html, "html > body > p")).toEqual(["c"]);
});

test("elements are counted among those of their name", () => {
  expect(wordsAt("<ul><b>x</b><li>a</li><b>y</b><li>b</li></ul>", "ul > li:nth-of-type(2)")).toEqual(["b"]);
});

test("an id that stands twice leads on from where the path goes on", () => {
  const html = '<div id="a"><p>first</p></div><div id="a"><i>second</i></div>';
  expect(wordsAt(html, "#a > i")).toEqual(["second"]);
});

test.each(["#b", "#a > q", "#a > p:nth-of-type(3)", "p", "#a p", "#a > .p", "", "[x.xlsx]A!B1", "#a > #a"])(
  "%j leads nowhere",
  (path) => {
    expect(wordsAt('<div id="a"><p>a</p><p>b</p></div>', path)).toEqual([]);
  },
);

test.each(writtenCases().slice(0, 3))("$name: every locator leads back to its element", ({ document }) => {
  const root = parsed(Buffer.from(document.body).toString("utf8"));
  const elementsAt = createCssPaths(root);
  const elements = allElements(root);
  expect(elements.length).toBeGreaterThan(50);
  for (const element of elements) expect(elementsAt(locatorOf(element))[0]).toBe(element);
});
