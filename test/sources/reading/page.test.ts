import { expect, test } from "vitest";
import { DocumentError } from "../../../sources/reading/document-error.ts";
import { attributeOf, openPage, type Page, quoteOf } from "../../../sources/reading/page.ts";

const URL = "https://www.bls.gov/ooh/sales/models.htm";

function page(html: string): Page {
  return openPage({ url: URL, mediaType: "text/html", body: Buffer.from(html) });
}

function refusalOf(read: () => unknown): DocumentError {
  try {
    read();
  } catch (error) {
    if (error instanceof DocumentError) return error;
    throw error;
  }
  throw new Error("The page was not refused");
}

test("one: the only match", () => {
  expect(quoteOf(page("<h1>  Models </h1>").one("h1"))).toEqual({ text: "Models", at: "h1" });
});

test("one: no match refuses the page, and says where it looked", () => {
  expect(refusalOf(() => page("<h2>a</h2>").one("h1"))).toMatchObject({
    message: `${URL}: at h1: expected one element, found 0.`,
    url: URL,
    locator: "h1",
    expected: "one element",
    found: "0",
  });
});

test("one: two that differ refuse the page", () => {
  expect(refusalOf(() => page("<h1>a</h1><h1>b</h1>").one("h1"))).toMatchObject({
    expected: "one element",
    found: "2",
  });
});

test("one: two that say the same count once, and are remarked on", () => {
  const opened = page("<h1>a</h1><h1> a </h1>");
  expect(quoteOf(opened.one("h1")).at).toBe("h1:nth-of-type(1)");
  expect(opened.remarks).toEqual([
    {
      rule: "repeated-element",
      locator: "h1:nth-of-type(2)",
      message: "h1 stands 2 times with the same words; the first is read.",
    },
  ]);
});

test("one: of three, the one that differs refuses the page", () => {
  expect(refusalOf(() => page("<b>a</b><b>a</b><b>c</b>").one("b")).found).toBe("3");
});

test("optional: no match is nothing, and no remark", () => {
  const opened = page("<p>a</p>");
  expect(opened.optional("h1")).toBeUndefined();
  expect(opened.remarks).toEqual([]);
});

test("optional: two that differ refuse the page", () => {
  expect(refusalOf(() => page("<b>a</b><b>c</b>").optional("b")).found).toBe("2");
});

test("many: any number, none included", () => {
  const opened = page("<li>a<li>b");
  expect(opened.many("li")).toHaveLength(2);
  expect(opened.many("dt")).toEqual([]);
});

test("oneOrMore: none refuses the page", () => {
  expect(page("<li>a<li>b").oneOrMore("li")).toHaveLength(2);
  expect(refusalOf(() => page("<p>a").oneOrMore("li"))).toMatchObject({
    expected: "one element or more",
    found: "0",
  });
});

test("a search within an element sees nothing else, and a refusal names the element", () => {
  const opened = page('<div id="a"><b>1</b></div><div id="b"><b>2</b></div>');
  const within = opened.one("#b");
  expect(quoteOf(opened.one("b", within)).text).toBe("2");
  expect(refusalOf(() => opened.one("i", within)).locator).toBe("#b i");
});

test("refusing at an element quotes it, unless told what was found", () => {
  const opened = page('<p id="x"> many \n words </p>');
  expect(refusalOf(() => opened.refuse(opened.one("p"), "a number")).message).toBe(
    `${URL}: at #x: expected a number, found “many words”.`,
  );
  expect(refusalOf(() => opened.refuse(opened.one("p"), "a number", "a word")).found).toBe("a word");
});

test("a remark carries its rule, place and words", () => {
  const opened = page('<p id="x">a</p>');
  opened.remark("new-tab", opened.one("p"), "Look.");
  expect(opened.remarks).toEqual([{ rule: "new-tab", locator: "#x", message: "Look." }]);
});

test("an attribute is read with its white space folded; a missing one is empty", () => {
  const meta = page('<meta name="description" content=" a \n b ">').one("meta");
  expect(attributeOf(meta, "content")).toEqual({ text: "a b", at: "meta" });
  expect(attributeOf(meta, "lang").text).toBe("");
});

test("bytes that are not UTF-8 are refused, never guessed", () => {
  const body = Buffer.from([0x3c, 0x70, 0x3e, 0x93, 0x94]);
  expect(refusalOf(() => openPage({ url: URL, mediaType: "text/html", body }))).toMatchObject({
    locator: "the whole page",
    expected: "text in UTF-8",
    found: "bytes that are not UTF-8",
  });
});

test("a byte-order mark is no text", () => {
  expect(quoteOf(page("\ufeff<h1>a</h1>").one("h1")).text).toBe("a");
});

test("text that is not ASCII comes through", () => {
  expect(quoteOf(page("<h1>2024–34 — naïve ’</h1>").one("h1")).text).toBe("2024–34 — naïve ’");
});

test("a page with elements in elements without end is refused at once", () => {
  const deep = `<html><body><main>${"<div>".repeat(700_000)}`;
  expect(refusalOf(() => page(deep))).toMatchObject({
    locator: "html > body > main > div",
    expected: "elements 512 deep at most",
  });
});

test("a page as deep as browsers show is read", () => {
  expect(page(`${"<div>".repeat(500)}<p>a</p>`).many("p")).toHaveLength(1);
});
