import { DocumentError, quoted } from "../../sources/reading/document-error.ts";
import type { Remark } from "../../sources/source.ts";
import {
  COLUMNS,
  type ColumnName,
  type NameColumn,
  type OewsCell,
  type OewsExtract,
  type OewsRow,
} from "../../sources/us-oews/oews-extract.ts";
import type { CaptureReference } from "../facts.ts";
import type { OewsEdition } from "./edition.ts";

/** One workbook while its facts are made. */
export type Survey = {
  readonly words: OewsExtract;
  readonly edition: OewsEdition;
  readonly capture: CaptureReference;
  readonly remarks: Remark[];
};

const POSITIONS = Object.fromEntries(COLUMNS.map((name, index) => [name, index])) as Readonly<
  Record<ColumnName, number>
>;

export function cellOf({ cells }: OewsRow, column: ColumnName): OewsCell {
  return cells[POSITIONS[column]] ?? null;
}

export function codeOf({ words }: Survey, { occupation }: OewsRow): string {
  const found = words.occupations[occupation];
  if (found === undefined) throw new Error(`There is no occupation ${occupation}.`);
  return found.code;
}

export function industryOf({ words }: Survey, { industry }: OewsRow): OewsExtract["industries"][number] {
  const found = words.industries[industry];
  if (found === undefined) throw new Error(`There is no industry ${industry}.`);
  return found;
}

/** `[natsector_M2024_dl.xlsx]Natsector_M2024_dl!L5` */
export function placeOf(
  { words }: Survey,
  { row }: { row: number },
  column: ColumnName | NameColumn,
): string {
  return `${words.at}!${words.letters[column]}${row}`;
}

export function refuse(
  survey: Survey,
  row: OewsRow,
  column: ColumnName | NameColumn,
  expected: string,
  found?: string,
): never {
  const own = column in POSITIONS ? `${cellOf(row, column as ColumnName) ?? ""}` : "";
  throw new DocumentError({
    url: survey.words.url,
    locator: placeOf(survey, row, column),
    expected,
    found: found ?? quoted(own),
  });
}
