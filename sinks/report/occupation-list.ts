import type { OccupationDocument } from "../document/document.ts";
import type { DocumentRow } from "../document/select-rows.ts";
import type { WrittenFile } from "../written-file.ts";
import { columnar } from "./columnar.ts";
import { writeDataFile } from "./data-file.ts";
import { LISTED_NUMBERS } from "./listed-numbers.ts";

/** Parts that make an occupation one to look at; codes of older classifications have none of them. */
const TELLING = ["wages", "employment", "projections", "duties", "sections", "requirements"];

/** The occupations of both countries that there is something to say about, with their numbers and names. */
export function createOccupationList() {
  const rows: Record<string, unknown>[] = [];
  const names: string[][] = [];
  const sources = new Map<string, DocumentRow>();
  return {
    add: (document: OccupationDocument) => {
      for (const source of rowsIn(document, "sources")) sources.set(String(source.id), source);
      if (document.country === null || !TELLING.some((part) => rowsIn(document, part).length > 0)) return;
      const { id, title, country, level, overview } = document;
      const numbers = LISTED_NUMBERS.map((name) => [name, overview[name]] as const);
      rows.push({ id, title, country, level, ...Object.fromEntries(numbers) });
      names.push(otherNames(document));
    },
    write: (folder: string, firstIds: readonly string[]): readonly WrittenFile[] => [
      writeDataFile(
        folder,
        "occupations",
        JSON.stringify({ occupations: columnar(rows), pages: firstIds, sources: [...sources.values()] }),
      ),
      writeDataFile(folder, "names", JSON.stringify(names)),
    ],
  };
}

function rowsIn(document: OccupationDocument, part: string): readonly DocumentRow[] {
  return document[part] as readonly DocumentRow[];
}

function otherNames(document: OccupationDocument): string[] {
  const names = rowsIn(document, "names").map(({ name }) => String(name));
  return [...new Set(names)].filter((name) => name !== document.title);
}
