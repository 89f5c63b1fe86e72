import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import type { DocumentBytes, Source } from "../../../sources/source.ts";
import type { Normalise } from "../../../transforms/facts.ts";
import { expectationOf } from "../cases/expectation-of.ts";
import { printed, printedFacts, printedLines } from "../cases/printed-reading.ts";
import { type DocumentReading, readAsRun } from "../cases/read-as-run.ts";
import { documentOf, readWorkbook, type WrittenWorkbook } from "./written-workbook.ts";

/** The cases of a source that is read from workbooks: a folder each, what it proves is its name. */
export function workbookCases(source: Source, normalise: Normalise) {
  const folder = join(import.meta.dirname, "..", "..", "fixtures", source.id);
  const names = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
  const written = (name: string): WrittenWorkbook => readWorkbook(join(folder, name, "workbook.json"));

  /** The workbook of a case after a change of its cells. */
  const changed = (name: string, change: (workbook: WrittenWorkbook) => void): DocumentBytes => {
    const workbook = written(name);
    change(workbook);
    return documentOf(workbook);
  };

  /** A reading of a case is as `expected.json` says. */
  const expectAsWritten = (name: string, { edition, facts, remarks }: DocumentReading): void => {
    const text = printed({
      edition: JSON.stringify(edition ?? null),
      facts: printedFacts(facts),
      remarks: printedLines(remarks),
    });
    expect(text).toBe(expectationOf(join(folder, name, "expected.json"), text));
  };

  return { names, written, changed, expectAsWritten, ...readAsRun(source, normalise) };
}
