import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { selectAll } from "css-select";
import type { AnyNode } from "domhandler";
import { parseDocument } from "htmlparser2";
import { describe, expect, test } from "vitest";
import { textOf } from "../../../sources/reading/text.ts";
import { model } from "../../../transforms/model/model.ts";
import {
  CASES_FOLDER,
  type Case,
  type CaseReading,
  folders,
  readingOf,
  sampleCases,
  writtenCases,
} from "./cases.ts";

const CASES = [...writtenCases(), ...sampleCases()];

describe.each(CASES)("$name", ({ name, document }) => {
  const reading = readingOf(document);

  test("is read as expected.json says", () => {
    const text = `${printed(reading)}\n`;
    expect(text).toBe(expectationOf(name, text));
  });

  test("gives facts that the model allows, no two under one key", () => {
    for (const { table, row } of reading.facts) expect(() => model[table].row.parse(row)).not.toThrow();
    // An index can list a name twice for one occupation: names are counted once when all is put together.
    const once = reading.facts.filter(({ table }) => table !== "occupation_name");
    const keys = once.map(({ table, row }) =>
      JSON.stringify([table, ...model[table].key.map((column) => (row as Record<string, unknown>)[column])]),
    );
    expect(repeated(keys)).toEqual([]);
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
      const words = placesOf(row.raw ?? "[]");
      for (const [index, at] of placesOf(row.locator).entries()) {
        const [found] = selectAll<AnyNode, AnyNode>(at, root);
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

/** What is expected; written anew with UPDATE_FIXTURES=1, which is for a person who then reads it. */
function expectationOf(name: string, reading: string): string {
  const path = join(CASES_FOLDER, name, "expected.json");
  if (process.env.UPDATE_FIXTURES === "1") {
    mkdirSync(join(CASES_FOLDER, name), { recursive: true });
    writeFileSync(path, reading);
  }
  if (!existsSync(path))
    throw new Error(
      `${path} is missing: write it with \`npm run test:update\`, and read it against the page.`,
    );
  return readFileSync(path, "utf8");
}

/**
 * A reading as text whose differences can be read: a line for each row, cell or remark. Columns of facts that are NULL
 * are left out.
 */
function printed({ extract, facts, remarks }: CaseReading): string {
  const rows = facts.map(({ table, row }) => ({
    table,
    row: Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)),
  }));
  const list = (items: readonly unknown[]) => items.map((item) => `\n    ${JSON.stringify(item)}`).join(",");
  return `{
  "extract": ${linesOf(extract, "  ")},
  "facts": [${list(rows)}
  ],
  "remarks": [${list(remarks)}
  ]
}`;
}

/** JSON in which what holds nothing but plain values stands on one line. */
function linesOf(value: unknown, indent: string): string {
  const isPlain = (item: unknown) => typeof item !== "object" || item === null;
  if (isPlain(value) || Object.values(value as object).every(isPlain)) return JSON.stringify(value);
  const inner = `${indent}  `;
  const lines = Object.entries(value as object).map(
    ([key, item]) =>
      `${inner}${Array.isArray(value) ? "" : `${JSON.stringify(key)}: `}${linesOf(item, inner)}`,
  );
  const [open, close] = Array.isArray(value) ? ["[", "]"] : ["{", "}"];
  return `${open}\n${lines.join(",\n")}\n${indent}${close}`;
}

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

/** One place or one wording, or the JSON array of several. */
function placesOf(locator: string): readonly string[] {
  return locator.startsWith("[") ? JSON.parse(locator) : [locator];
}

function repeated(keys: readonly string[]): string[] {
  const seen = new Set<string>();
  return keys.filter((key) => seen.size === seen.add(key).size);
}
