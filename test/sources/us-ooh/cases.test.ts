import { join } from "node:path";
import { selectAll } from "css-select";
import type { AnyNode } from "domhandler";
import { parseDocument } from "htmlparser2";
import { describe, expect, test } from "vitest";
import { textOf } from "../../../sources/reading/text.ts";
import type { Fact } from "../../../transforms/model/model.ts";
import { expectationOf } from "../cases/expectation-of.ts";
import { expectLawful } from "../cases/lawful-facts.ts";
import { placesOf } from "../cases/places-of.ts";
import { printed, printedExtract, printedFacts, printedLines } from "../cases/printed-reading.ts";
import { CASES_FOLDER, type Case, folders, readingOf, sampleCases, writtenCases } from "./cases.ts";

const CASES = [...writtenCases(), ...sampleCases()];

describe.each(CASES)("$name", ({ name, document }) => {
  const reading = readingOf(document);

  test("is read as expected.json says", () => {
    const text = printed({
      extract: printedExtract(reading.extract),
      facts: printedFacts(reading.facts),
      remarks: printedLines(reading.remarks),
    });
    expect(text).toBe(expectationOf(join(CASES_FOLDER, name, "expected.json"), text));
  });

  test("gives facts that the model allows, no two under one key", () => {
    // An index can list a name twice for one occupation: names are counted once when all is put together.
    const isName = ({ table }: Fact) => table === "occupation_name";
    for (const name of reading.facts.filter(isName)) expectLawful([name]);
    expectLawful(reading.facts.filter((fact) => !isName(fact)));
  });

  test("gives locators that find one element each, with the words that were read there", () => {
    const root = parseDocument(Buffer.from(document.body).toString("utf8"));
    for (const { text, at } of quotesIn(reading.extract)) {
      const found = selectAll<AnyNode, AnyNode>(at, root);
      expect(found, at).toHaveLength(1);
      if (text !== undefined) expect(textOf(found[0] ?? [])).toContain(text);
    }
    for (const { locator } of reading.remarks)
      expect(selectAll<AnyNode, AnyNode>(locator, root)).toHaveLength(1);
  });

  test("gives facts whose published words stand where their locator points", () => {
    const root = parseDocument(Buffer.from(document.body).toString("utf8"));
    for (const { row } of reading.facts) {
      const words = placesOf(row.raw);
      for (const [index, at] of placesOf(row.locator).entries()) {
        const [found] = selectAll<AnyNode, AnyNode>(`${at}`, root);
        const raw = words[index] ?? "";
        expect(found === undefined ? "" : textOf(found)).toContain(raw);
      }
    }
  });

  test("gives facts whose locators are places of the extract", () => {
    const places = new Set(quotesIn(reading.extract).map(({ at }) => at));
    for (const { row } of reading.facts) for (const at of placesOf(row.locator)) expect(places).toContain(at);
  });
});

test("every folder is a case, with a document of its own or of the sample", () => {
  expect(folders()).toEqual(CASES.map(({ name }: Case) => name).sort());
});

type Place = { readonly at: string; readonly text?: string | undefined };

/** Every place that an extract names, with its words where they are nothing but the words of that place. */
function quotesIn(value: unknown): Place[] {
  if (typeof value !== "object" || value === null) return [];
  const inside = Object.values(value).flatMap(quotesIn);
  if (!("at" in value) || typeof value.at !== "string") return inside;
  return [{ at: value.at, text: wordsOf(value) }, ...inside];
}

function wordsOf(value: object): string | undefined {
  // Markdown is rendered, attributes are no text, and loose text has no element of its own.
  const isQuote = Object.keys(value).length === 2 && "text" in value && "at" in value;
  return isQuote && `${value.at}`.includes(" > li") ? `${value.text}` : undefined;
}
