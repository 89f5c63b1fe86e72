import { join } from "node:path";
import { type Cheerio, load } from "cheerio";
import type { AnyNode } from "domhandler";
import { describe, expect, test } from "vitest";
import { textOf } from "../../../sources/reading/text.ts";
import { model } from "../../../transforms/model/model.ts";
import { expectationOf } from "../cases/expectation-of.ts";
import { expectLawful } from "../cases/lawful-facts.ts";
import { placesOf } from "../cases/places-of.ts";
import { printed, printedFacts, printedLines, printedValues } from "../cases/printed-reading.ts";
import { about, CASES_FOLDER, folders, readingOf, sampleXml, writtenXml } from "./cases.ts";

const SAMPLE = sampleXml();
const SAMPLE_READING = readingOf(SAMPLE);

const CASES = folders().map((name) => {
  const slug = /^sample-(.+)$/.exec(name)?.[1];
  if (slug !== undefined) return { name, xml: SAMPLE, reading: about(slug, SAMPLE_READING) };
  const xml = writtenXml(name);
  return { name, xml, reading: readingOf(xml) };
});

describe.each(CASES)("$name", ({ name, xml, reading }) => {
  test("is read as expected.json says", () => {
    const text = printed({
      extract: printedValues(reading.extract),
      facts: printedFacts(reading.facts),
      statements: printedLines(reading.statements),
      remarks: printedLines(reading.remarks),
    });
    expect(text).toBe(expectationOf(join(CASES_FOLDER, name, "expected.json"), text));
  });

  test("gives facts that the model allows, no two under one key", () => {
    expectLawful(reading.facts);
  });

  test("gives statements about columns that the model has", () => {
    for (const { table, about } of reading.statements)
      expect(Object.keys(model[table].columns)).toEqual(expect.arrayContaining(Object.keys(about)));
  });

  test("gives locators that find one element each, with the words that were read there", () => {
    const find = finderIn(xml);
    const rows = [...reading.facts.map(({ row }) => row), ...reading.statements];
    expect(rows.length).toBeGreaterThan(0);
    for (const { locator, raw } of rows) {
      const places = placesOf(locator);
      const words = raw === null ? [] : placesOf(places.length > 1 ? raw : JSON.stringify([raw]));
      for (const [index, place] of places.entries())
        expect(find(`${place}`), `${place}`).toContain(words[index] ?? "");
    }
  });
});

test("every occupation of the sample is read, and nothing of it is unexpected", () => {
  expect(SAMPLE_READING.extract.occupations).toHaveLength(12);
  expect(SAMPLE_READING.remarks).toEqual([]);
  expect(SAMPLE_READING.edition).toBe("2024-34");
});

/**
 * The words at a locator: the XML path, step by step, in a tree of another parser's; then the CSS path in the HTML that
 * the element holds.
 */
function finderIn(xml: string): (locator: string) => string {
  const $ = load(xml, { xml: true });
  return (locator) => {
    const [path = "", ...css] = locator.split(" ");
    let found: Cheerio<AnyNode> = $.root();
    for (const step of path.split("/").slice(1)) {
      const [, name = "", position, code] =
        /^(\w+)(?:\[(\d+)\])?(?:\[occupation_code="(\w+)"\])?$/.exec(step) ?? [];
      const all = found.children(name);
      found = position === undefined ? all : all.eq(Number(position) - 1);
      if (found.length !== 1) return `${found.length} elements at ${step}`;
      if (code !== undefined && found.children("occupation_code").text().trim() !== code)
        return `not ${code}`;
    }
    const html = load(found.text(), { xml: { xmlMode: false } });
    return textOf(css.length === 0 ? html.root().contents().toArray() : html(css.join(" ")).toArray());
  };
}
