import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { DocumentError } from "../../../sources/reading/document-error.ts";
import { model } from "../../../transforms/model/model.ts";
import { CASES_FOLDER, type CaseReading, caseNames, documentOf, readingOf } from "./cases.ts";

const CASES = caseNames().map((name) => ({ name, document: documentOf(name) }));

describe.each(CASES)("$name", ({ name, document }) => {
  const reading = readingOrRefusal();

  test("is read, or refused, as expected.json says", () => {
    const text = `${printed(reading)}\n`;
    expect(text).toBe(expectationOf(name, text));
  });

  test("gives facts that the model allows, no two under one key", () => {
    if (reading instanceof DocumentError) return expect(reading.url).toBe(document.url);
    for (const { table, row } of reading.facts) expect(() => model[table].row.parse(row)).not.toThrow();
    const keys = reading.facts.map(({ table, row }) =>
      JSON.stringify([table, ...model[table].key.map((column) => (row as Record<string, unknown>)[column])]),
    );
    expect(keys).toHaveLength(new Set(keys).size);
  });

  test("gives locators that find the words that were read there", () => {
    const content: unknown = `${document.body}` === "" ? "" : JSON.parse(`${document.body}`);
    if (reading instanceof DocumentError) return expect(parentOf(content, reading.locator)).toBeDefined();
    for (const { row } of reading.facts) {
      const words = listed(row.raw ?? "[]");
      for (const [index, at] of listed(row.locator).entries())
        expect(wordsAt(content, at), `${at}`).toContain(words[index] ?? "");
    }
    for (const { locator } of reading.remarks) expect(parentOf(content, locator), locator).toBeDefined();
  });

  function readingOrRefusal(): CaseReading | DocumentError {
    try {
      return readingOf(document);
    } catch (error) {
      if (error instanceof DocumentError) return error;
      throw error;
    }
  }
});

/** What is expected; written anew with UPDATE_FIXTURES=1, which is for a person who then reads it. */
function expectationOf(name: string, reading: string): string {
  const path = join(CASES_FOLDER, name, "expected.json");
  if (process.env.UPDATE_FIXTURES === "1") writeFileSync(path, reading);
  if (!existsSync(path))
    throw new Error(
      `${path} is missing: write it with \`npm run test:update\`, and read it against the answer.`,
    );
  return readFileSync(path, "utf8");
}

/** A line for each row, cell or remark; columns that are NULL are left out. */
function printed(reading: CaseReading | DocumentError): string {
  if (reading instanceof DocumentError) {
    const { locator, expected, found } = reading;
    return JSON.stringify({ refused: { locator, expected, found } }, null, 2);
  }
  const { kind, extract, facts, remarks, edition } = reading;
  const rows = facts.map(({ table, row }) => ({
    table,
    row: Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)),
  }));
  const list = (items: readonly unknown[]) => items.map((item) => `\n    ${JSON.stringify(item)}`).join(",");
  return `{
  "kind": ${JSON.stringify(kind)},
  "edition": ${JSON.stringify(edition ?? null)},
  "extract": ${JSON.stringify(extract, null, 2).replaceAll("\n", "\n  ")},
  "facts": [${list(rows)}
  ],
  "remarks": [${list(remarks)}
  ]
}`;
}

/** One place or one wording, or the JSON array of several. */
function listed(words: string): readonly (string | null)[] {
  return words.startsWith("[") ? JSON.parse(words) : [words];
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
