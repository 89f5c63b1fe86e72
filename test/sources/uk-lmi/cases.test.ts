import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { DocumentError } from "../../../sources/reading/document-error.ts";
import { expectationOf } from "../cases/expectation-of.ts";
import { expectLawful } from "../cases/lawful-facts.ts";
import { placesOf } from "../cases/places-of.ts";
import { printed, printedFacts, printedLines, printedValues } from "../cases/printed-reading.ts";
import type { DocumentReading } from "../cases/read-as-run.ts";
import { CASES_FOLDER, caseNames, documentOf, readingOrRefusal } from "./cases.ts";

const CASES = caseNames().map((name) => ({ name, document: documentOf(name) }));

describe.each(CASES)("$name", ({ name, document }) => {
  const reading = readingOrRefusal(document);

  test("is read, or refused, as expected.json says", () => {
    const text = printedReading(reading);
    expect(text).toBe(expectationOf(join(CASES_FOLDER, name, "expected.json"), text));
  });

  test("gives facts that the model allows, no two under one key", () => {
    if (reading instanceof DocumentError) return expect(reading.url).toBe(document.url);
    expectLawful(reading.facts);
  });

  test("gives locators that find the words that were read there", () => {
    const content: unknown = `${document.body}` === "" ? "" : JSON.parse(`${document.body}`);
    if (reading instanceof DocumentError) return expect(parentOf(content, reading.locator)).toBeDefined();
    for (const { row } of reading.facts) {
      const words = placesOf(row.raw);
      for (const [index, at] of placesOf(row.locator).entries())
        expect(wordsAt(content, at), `${at}`).toContain(words[index] ?? "");
    }
    for (const { locator } of reading.remarks) expect(parentOf(content, locator), locator).toBeDefined();
  });
});

function printedReading(reading: DocumentReading | DocumentError): string {
  if (reading instanceof DocumentError) {
    const { locator, expected, found } = reading;
    return `${JSON.stringify({ refused: { locator, expected, found } }, null, 2)}\n`;
  }
  return printed({
    kind: JSON.stringify(reading.kind),
    edition: JSON.stringify(reading.edition ?? null),
    extract: printedValues(reading.extract),
    facts: printedFacts(reading.facts),
    remarks: printedLines(reading.remarks),
  });
}

function wordsAt(content: unknown, pointer: string | null): string {
  const found = valueAt(content, `${pointer}`.split("/").slice(1));
  return typeof found === "string" ? found : JSON.stringify(found);
}

/** What holds the value that a pointer means: the value itself can be what is missing. */
function parentOf(content: unknown, locator: string): unknown {
  return locator === "the whole document" ? content : valueAt(content, locator.split("/").slice(1, -1));
}

function valueAt(content: unknown, steps: readonly string[]): unknown {
  return steps.reduce<unknown>((value, step) => (value as Record<string, unknown>)?.[step], content);
}
