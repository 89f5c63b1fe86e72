import { quoted } from "../reading/document-error.ts";
import type { CellValue, Sheet } from "../reading/sheet.ts";
import { fold } from "../reading/text.ts";
import type { OewsCell, OewsExtract } from "./oews-extract.ts";
import type { SurveyColumns } from "./survey-columns.ts";

/** The area code of the United States; other files of the survey have one for each state and city. */
const NATION = "99";

export type SurveyRows = Pick<OewsExtract, "industries" | "occupations" | "rows">;

type Industry = OewsExtract["industries"][number];
type Occupation = OewsExtract["occupations"][number];

/**
 * All rows of a workbook.
 *
 * @throws DocumentError where a row lacks the words that say what it is about, or is not about the whole nation
 */
export function readSurveyRows(sheet: Sheet, columns: SurveyColumns): SurveyRows {
  const industries = createNames<Industry>();
  const occupations = createNames<Occupation>();
  const rows: OewsExtract["rows"] = [];
  for (let row = columns.headerRow + 1; row < sheet.rowCount; row++) {
    if (isBlank(sheet, row)) continue;
    refuseUnlessNation(sheet, row, columns);
    rows.push({
      row: row + 1,
      industry: industries.indexOf(industryIn(sheet, row, columns), (known, found) =>
        sheet.refuse(row, columns.of.industry, wordsOf(known), wordsOf(found)),
      ),
      occupation: occupations.indexOf(occupationIn(sheet, row, columns), (known) =>
        sheet.refuse(row, columns.of.occupationTitle, `${quoted(known.title)}, as in row ${known.row}`),
      ),
      group: wordsAt(sheet, row, columns.of.group),
      cells: columns.figures.map((column) =>
        cellOf(column === undefined ? undefined : sheet.value(row, column)),
      ),
    });
  }
  return { industries: industries.all, occupations: occupations.all, rows };
}

function industryIn(sheet: Sheet, row: number, { of }: SurveyColumns): Industry {
  return {
    code: wordsAt(sheet, row, of.industry),
    title: wordsAt(sheet, row, of.industryTitle),
    group: wordsAt(sheet, row, of.industryGroup),
    ownership: wordsAt(sheet, row, of.ownership),
    row: row + 1,
  };
}

function occupationIn(sheet: Sheet, row: number, { of }: SurveyColumns): Occupation {
  const [code, title] = [wordsAt(sheet, row, of.occupation), wordsAt(sheet, row, of.occupationTitle)];
  return { code, title, row: row + 1 };
}

/** Things that have a code, each once; a row that says something else of the same code is refused. */
function createNames<T extends Industry | Occupation>() {
  const all: T[] = [];
  const indexes = new Map<string, number>();
  return {
    all,
    indexOf: (found: T, refuse: (known: T, found: T) => never): number => {
      const index = indexes.get(found.code);
      const known = index === undefined ? undefined : all[index];
      if (index === undefined || known === undefined) {
        indexes.set(found.code, all.length);
        return all.push(found) - 1;
      }
      return isSame(known, found) ? index : refuse(known, found);
    },
  };
}

function isSame(one: Industry | Occupation, other: Industry | Occupation): boolean {
  if (one.title !== other.title) return false;
  if (!("group" in one) || !("group" in other)) return true;
  return one.group === other.group && one.ownership === other.ownership;
}

function wordsOf({ code, title, group, ownership }: Industry): string {
  return `the industry ${code}, ${quoted(title)}, ${group}, ownership ${ownership}`;
}

function refuseUnlessNation(sheet: Sheet, row: number, { of }: SurveyColumns): void {
  const [area, title] = [wordsAt(sheet, row, of.area), wordsAt(sheet, row, of.areaTitle)];
  if (area !== NATION || title !== "U.S.")
    sheet.refuse(row, of.area, `the area ${NATION}, “U.S.”`, `${quoted(area)}, ${quoted(title)}`);
}

function isBlank(sheet: Sheet, row: number): boolean {
  for (let column = 0; column < sheet.columnCount; column++)
    if (sheet.value(row, column) !== undefined) return false;
  return true;
}

/** Words that every row must have. */
function wordsAt(sheet: Sheet, row: number, column: number): string {
  return sheet.text(row, column) || sheet.refuse(row, column, "words that say what the row is about");
}

function cellOf(value: CellValue): OewsCell {
  if (value === undefined || typeof value === "number") return value ?? null;
  return typeof value === "boolean" ? String(value).toUpperCase() : fold(value) || null;
}
