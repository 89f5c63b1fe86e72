import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { OccupationDocument } from "../document/document.ts";
import { PARTS } from "../document/parts.ts";
import type { DocumentRow } from "../document/select-rows.ts";
import type { DocumentWriter } from "../documents.ts";
import type { WrittenFile } from "../written-file.ts";
import { columnar } from "./columnar.ts";
import { DATA_FOLDER, writeDataFile } from "./data-file.ts";
import { createOccupationList } from "./occupation-list.ts";

/** Pages of neighbours share a file: one is loaded by a click, and a thousand small files would be no easier to copy. */
const CHARACTERS_A_FILE = 400_000;

/** Writes what the site shows of occupations: the list that it searches and draws, and the pages, some in each file. */
export function createPages(folder: string): DocumentWriter {
  mkdirSync(join(folder, DATA_FOLDER), { recursive: true });
  const files: WrittenFile[] = [];
  const firstIds: string[] = [];
  const list = createOccupationList();
  let waiting: { id: string; line: string }[] = [];
  let characters = 0;
  const writePages = () => {
    const [first] = waiting;
    if (first === undefined) return;
    firstIds.push(first.id);
    files.push(writeDataFile(folder, pagesName(firstIds.length), waiting.map(({ line }) => line).join("\n")));
    waiting = [];
    characters = 0;
  };
  return {
    write: (document) => {
      const line = JSON.stringify(pageOf(document));
      if (characters + line.length > CHARACTERS_A_FILE) writePages();
      waiting.push({ id: document.id, line });
      characters += line.length;
      list.add(document);
    },
    finish: () => {
      writePages();
      return [...list.write(folder, firstIds), ...files];
    },
  };
}

/** 7 → "pages-007" */
export function pagesName(number: number): string {
  return `pages-${String(number).padStart(3, "0")}`;
}

/** Parts of a document that the site makes itself, knows from the list, or keeps once for all pages. */
const TOLD_ELSEWHERE: ReadonlySet<string> = new Set(["pay", "employers", "sources", "overview"]);
const LISTS: ReadonlySet<string> = new Set(PARTS.map(({ part }) => part));

function pageOf(document: OccupationDocument): object {
  return Object.fromEntries(
    Object.entries(document).flatMap(([name, value]): (readonly [string, unknown])[] => {
      if (TOLD_ELSEWHERE.has(name)) return [];
      if (name === "counterparts") return [[name, (value as readonly DocumentRow[]).map(withoutNumbers)]];
      if (name === "captures") return [[name, (value as readonly DocumentRow[]).map(withoutDigest)]];
      if (!LISTS.has(name)) return [[name, value]];
      const rows = (value as readonly DocumentRow[]).filter((row) => isShown(name, row));
      return rows.length === 0 ? [] : [[name, columnar(rows)]];
    }),
  );
}

function withoutNumbers({ overview: _, ...counterpart }: DocumentRow): DocumentRow {
  return counterpart;
}

function withoutDigest({ sha256: _, ...capture }: DocumentRow): DocumentRow {
  return capture;
}

/** Of industries a page shows what stands in the middle; the whole distribution is in the document. */
function isShown(part: string, row: DocumentRow): boolean {
  if (part === "wages")
    return row.industry_id === null || row.statistic === "median" || row.statistic === "mean";
  if (part === "mentioned_by") return row.kind !== "similar";
  return true;
}
