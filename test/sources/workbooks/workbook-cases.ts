import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DocumentError } from "../../../sources/reading/document-error.ts";
import type { DocumentBytes, Remark, Source } from "../../../sources/source.ts";
import type { Normalise } from "../../../transforms/facts.ts";
import type { Fact, FactTable, Row } from "../../../transforms/model/model.ts";
import { documentOf, readWorkbook, type WrittenWorkbook } from "./written-workbook.ts";

/** What a workbook gives: the publisher's words, the facts, and what was met and not expected. */
export type WorkbookReading = {
  readonly extract: unknown;
  readonly facts: readonly Fact[];
  readonly remarks: readonly Remark[];
  readonly edition: string | undefined;
};

/** The cases of a source that is read from workbooks: a folder each, what it proves is its name. */
export function workbookCases(source: Source, normalise: Normalise) {
  const folder = join(import.meta.dirname, "..", "..", "fixtures", source.id);
  const written = (name: string): WrittenWorkbook => readWorkbook(join(folder, name, "workbook.json"));

  /** Reads and normalises a document, as a run does; the capture is called `c`. */
  const readingOf = (document: DocumentBytes): WorkbookReading => {
    const kind = source.kindOf(document.url) ?? "";
    const reader = source.readers[kind];
    if (reader === undefined) throw new Error(`Nothing reads ${document.url}.`);
    const { extract, remarks } = reader.read(document);
    const stored = reader.schema.parse(JSON.parse(JSON.stringify(extract)));
    const normalised = normalise(kind, stored, { id: "c", sourceId: source.id });
    const { facts, edition } = normalised;
    return { extract, facts, edition, remarks: [...remarks, ...normalised.remarks] };
  };

  /** The workbook of a case after a change of its cells. */
  const changed = (name: string, change: (workbook: WrittenWorkbook) => void): DocumentBytes => {
    const workbook = written(name);
    change(workbook);
    return documentOf(workbook);
  };

  /** Why a workbook is refused. */
  const refusalOf = (document: DocumentBytes): DocumentError => {
    let reading: WorkbookReading;
    try {
      reading = readingOf(document);
    } catch (error) {
      if (error instanceof DocumentError) return error;
      throw error;
    }
    throw new Error(`${document.url} was not refused; it gave ${reading.facts.length} facts.`);
  };

  /** What is expected; written anew with UPDATE_FIXTURES=1, which is for a person who then reads it. */
  const expectationOf = (name: string, reading: string): string => {
    const path = join(folder, name, "expected.json");
    if (process.env.UPDATE_FIXTURES === "1") writeFileSync(path, reading);
    if (!existsSync(path))
      throw new Error(
        `${path} is missing: write it with \`npm run test:update\`, and read it against the workbook.`,
      );
    return readFileSync(path, "utf8");
  };

  const names = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
  return { names, written, readingOf, changed, refusalOf, expectationOf };
}

/** The rows of one table among facts. */
export function rowsOf<T extends FactTable>(facts: readonly Fact[], table: T): Row<T>[] {
  return facts.filter((fact) => fact.table === table).map(({ row }) => row as Row<T>);
}

/** Facts and remarks as text, a line each; columns that are NULL are left out. */
export function printed({ facts, remarks, edition }: WorkbookReading): string {
  const rows = facts.map(({ table, row }) => ({
    table,
    row: Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)),
  }));
  const list = (items: readonly unknown[]) => items.map((item) => `\n    ${JSON.stringify(item)}`).join(",");
  return `{
  "edition": ${JSON.stringify(edition ?? null)},
  "facts": [${list(rows)}
  ],
  "remarks": [${list(remarks)}
  ]
}
`;
}

/** One place or one wording, or the JSON array of several. */
export function placesOf(words: string): readonly (string | null)[] {
  return /^\[(?:"|null)/.test(words) ? JSON.parse(words) : [words];
}

/** The facts alone, without where they were read: one line each, in a fixed order. */
export function plainFacts(facts: readonly Fact[]): string[] {
  return facts
    .map(({ table, row }) => {
      const { capture_id, locator, raw, ...values } = row;
      return JSON.stringify([table, values]);
    })
    .sort();
}
