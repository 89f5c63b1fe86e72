import { join } from "node:path";
import { selectAll } from "css-select";
import type { AnyNode } from "domhandler";
import { parseDocument } from "htmlparser2";
import { describe, expect, test } from "vitest";
import { textOf } from "../../../sources/reading/text.ts";
import { expectationOf } from "../cases/expectation-of.ts";
import { expectLawful } from "../cases/lawful-facts.ts";
import { placesOf } from "../cases/places-of.ts";
import { printed, printedExtract, printedFacts, printedLines } from "../cases/printed-reading.ts";
import { allCases, CASES_FOLDER, folders, readingOf } from "./cases.ts";

const CASES = allCases();

describe.each(CASES)("$name", ({ name, document }) => {
  const reading = readingOf(document);
  const root = parseDocument(Buffer.from(document.body).toString("utf8"));
  const found = (at: string) => selectAll<AnyNode, AnyNode>(at, root);

  test("is read as expected.json says", () => {
    const text = printed({
      extract: printedExtract(reading.extract),
      facts: printedFacts(reading.facts),
      mentions: printedLines(reading.mentions),
      remarks: printedLines(reading.remarks),
    });
    expect(text).toBe(expectationOf(join(CASES_FOLDER, name, "expected.json"), text));
  });

  test("gives facts that the model allows, no two under one key", () => {
    expectLawful(reading.facts);
  });

  test("gives places that are one element each", () => {
    const places = [...placesIn(reading.extract), ...reading.remarks.map(({ locator }) => locator)];
    for (const at of places) expect(found(at), at).toHaveLength(1);
  });

  test("gives facts whose published words stand where their locator points", () => {
    for (const { row } of reading.facts) {
      const words = placesOf(row.raw);
      for (const [index, at] of placesOf(row.locator).entries())
        expect(textOf(found(`${at}`))).toContain(words[index] ?? "");
    }
  });

  test("gives short texts that stand word for word where their locator points", () => {
    const text = ({ table, row }: (typeof reading.facts)[number]) => {
      if (table === "duty") return row.text;
      if (table === "quality" || table === "occupation_name") return row.name;
      return table === "requirement" && row.part !== "description" ? row.text : "";
    };
    for (const fact of reading.facts)
      expect(textOf(found(`${placesOf(fact.row.locator)[0]}`))).toContain(text(fact));
  });

  test("gives facts whose locators are places of the extract", () => {
    const places = new Set(placesIn(reading.extract));
    for (const { row } of reading.facts) for (const at of placesOf(row.locator)) expect(places).toContain(at);
    for (const { locator } of reading.mentions) expect(places).toContain(locator);
  });
});

test("every folder is a case, with a document of its own or of the sample", () => {
  expect(folders()).toEqual(CASES.map(({ name }) => name).sort());
});

/** Every place that an extract names. */
function placesIn(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [];
  const inside = Object.values(value).flatMap(placesIn);
  return "at" in value && typeof value.at === "string" ? [value.at, ...inside] : inside;
}
