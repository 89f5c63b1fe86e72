import fc from "fast-check";
import { expect, test } from "vitest";
import { streamXml } from "../../../sources/reading/xml-stream.ts";

const URL = "https://www.bls.gov/ooh/xml-compilation.xml";

/** What a reader is told, in short: `<a`, `words`, `>a`; neighbouring texts are one. */
function eventsOf(xml: string | Uint8Array): string[] {
  const events: string[] = [];
  const path: string[] = [];
  streamXml(
    { url: URL, mediaType: "text/xml", body: Buffer.from(xml as string) },
    {
      open: (name) => {
        path.push(name);
        events.push(`<${name}`);
      },
      text: (words) => {
        const last = events.at(-1);
        if (last?.startsWith("=")) events[events.length - 1] = last + words;
        else events.push(`=${words}`);
      },
      close: (name) => {
        path.pop();
        events.push(`>${name}`);
      },
      place: () => `/${path.join("/")}`,
    },
  );
  return events;
}

test("elements and their texts are told in their order", () => {
  expect(eventsOf('<?xml version="1.0"?><a x="1">b<c>d</c></a>')).toEqual([
    "<a",
    "=b",
    "<c",
    "=d",
    ">c",
    ">a",
  ]);
});

test("names keep their case", () => {
  expect(eventsOf("<aB></aB>")).toEqual(["<aB", ">aB"]);
});

test("an element can close where it is opened", () => {
  expect(eventsOf("<a><b/><c /></a>")).toEqual(["<a", "<b", ">b", "<c", ">c", ">a"]);
});

test("the five entities of XML are text; others stay as they are", () => {
  expect(eventsOf("<a>&amp;&lt;&gt;&quot;&apos;&#8212;&rsquo;</a>")[1]).toBe("=&<>\"'—&rsquo;");
});

test("CDATA is text as it stands, with its markup", () => {
  expect(eventsOf("<a><![CDATA[<p class='x' class='y'>R&D &rsquo;<br></p><!-- c -->]]></a>")[1]).toBe(
    "=<p class='x' class='y'>R&D &rsquo;<br></p><!-- c -->",
  );
});

test("comments are not read, also where they hold elements", () => {
  expect(eventsOf("<a><!-- <b> --></a>")).toEqual(["<a", ">a"]);
});

test("texts longer than a chunk stay whole, whatever letters its end falls between", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 9 }), fc.constantFrom("–", "é", "😀", "a"), (shift, letter) => {
      const words = "x".repeat(shift) + letter.repeat(70_000);
      expect(eventsOf(`<a><![CDATA[${words}]]></a>`)[1]).toBe(`=${words}`);
    }),
    { numRuns: 40 },
  );
});

test.each([
  ["an element that another one closes over", "<a><b></a>", "/a/b", "</b>"],
  ["an element with text that another one closes over", "<a><b>words</a>", "/a/b", "</b>"],
  ["a document that ends early", "<a><b>words", "/a/b", "</b>"],
  ["CDATA without its end", "<a><b><![CDATA[words</b></a>", "/a/b", "</b>"],
])("%s is refused", (_name, xml, place, expected) => {
  expect(() => eventsOf(xml)).toThrow(
    `${URL}: at ${place}: expected ${expected}, found another end tag, or the end.`,
  );
});

test("bytes that are not UTF-8 are refused", () => {
  const bytes = Buffer.concat([Buffer.from("<a>"), Buffer.from([0xe9]), Buffer.from("</a>")]);
  expect(() => eventsOf(bytes)).toThrow("expected text in UTF-8, found bytes that are not UTF-8");
});

test("elements in elements without end are refused at once", () => {
  expect(() => eventsOf("<a>".repeat(1_000_000))).toThrow("expected elements 512 deep at most");
});

test("entities that a document declares itself stay as they stand", () => {
  const laughs =
    '<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;"><!ENTITY d SYSTEM "file:///etc/passwd">]><a>&c;&d;</a>';
  expect(eventsOf(laughs).join(" ")).toContain("=&c;&d;");
});
