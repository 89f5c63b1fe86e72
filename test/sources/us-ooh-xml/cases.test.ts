import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Cheerio, load } from "cheerio";
import type { AnyNode } from "domhandler";
import { describe, expect, test } from "vitest";
import { textOf } from "../../../sources/reading/text.ts";
import { model } from "../../../transforms/model/model.ts";
import { about, CASES_FOLDER, type CaseReading, folders, readingOf, sampleXml, writtenXml } from "./cases.ts";

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
    const text = `${printed(reading)}\n`;
    expect(text).toBe(expectationOf(name, text));
  });

  test("gives facts that the model allows, no two under one key", () => {
    for (const { table, row } of reading.facts) expect(() => model[table].row.parse(row)).not.toThrow();
    const keys = reading.facts.map(({ table, row }) =>
      JSON.stringify([table, ...model[table].key.map((column) => (row as Record<string, unknown>)[column])]),
    );
    expect(keys).toHaveLength(new Set(keys).size);
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
      const places = listed(locator);
      const words = raw === null ? [] : listed(places.length > 1 ? raw : JSON.stringify([raw]));
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

/** What is expected; written anew with UPDATE_FIXTURES=1, which is for a person who then reads it. */
function expectationOf(name: string, reading: string): string {
  const path = join(CASES_FOLDER, name, "expected.json");
  if (process.env.UPDATE_FIXTURES === "1") {
    mkdirSync(join(CASES_FOLDER, name), { recursive: true });
    writeFileSync(path, reading);
  }
  if (!existsSync(path))
    throw new Error(
      `${path} is missing: write it with \`npm run test:update\`, and read it against the XML.`,
    );
  return readFileSync(path, "utf8");
}

/** A line for each fact, statement or remark; columns of facts that are NULL are left out. */
function printed({
  extract,
  facts,
  statements,
  remarks,
}: Pick<CaseReading, "facts" | "statements" | "remarks"> & {
  readonly extract: unknown;
}): string {
  const rows = facts.map(({ table, row }) => ({
    table,
    row: Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)),
  }));
  const list = (items: readonly unknown[]) => items.map((item) => `\n    ${JSON.stringify(item)}`).join(",");
  return `{
  "extract": ${JSON.stringify(extract, null, 2).replaceAll("\n", "\n  ")},
  "facts": [${list(rows)}
  ],
  "statements": [${list(statements)}
  ],
  "remarks": [${list(remarks)}
  ]
}`;
}

/** One place or one wording, or the JSON array of several. */
function listed(words: string): readonly (string | null)[] {
  return words.startsWith("[") ? JSON.parse(words) : [words];
}

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
