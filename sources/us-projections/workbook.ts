import { DocumentError } from "../reading/document-error.ts";
import type { Sheet } from "../reading/sheet.ts";
import { fileNameOf, openWorkbook, type Workbook, type WorkbookFile } from "../reading/workbook.ts";
import type { DocumentBytes, Reading } from "../source.ts";
import { workbookLayout } from "./columns.ts";
import { type Edition, editionIn } from "./edition.ts";
import { type OccupationTable, openTable } from "./occupation-table.ts";
import { occupationsOf } from "./occupations.ts";
import type { ProjectionsExtract } from "./projections-extract.ts";

/** Every occupation and every group of them. */
const MAIN = "Table 1.2";
/** Until 2022–32, what is typically needed stands in a table of its own. */
const CHARACTERISTICS = "Table 1.7";

/** `occupation.xlsx` of any edition since 2014–24. */
export function readWorkbook({ url, body }: DocumentBytes): Reading<ProjectionsExtract> {
  return readProjections({ url, name: fileNameOf(url), body });
}

export function readProjections(file: WorkbookFile): Reading<ProjectionsExtract> {
  const book = openTables(file);
  const main = tableIn(book, MAIN);
  if (main === undefined) return refuse(file, `a sheet with ${MAIN}`, book.sheetNames.join(", "));
  const needs = hasNeeds(main.table) ? undefined : tableIn(book, CHARACTERISTICS);
  if (!hasNeeds(needs?.table ?? main.table))
    return main.table.sheet.refuse(
      main.table.headerRow,
      0,
      `columns of education, experience and training, here or in a sheet with ${CHARACTERISTICS}`,
      "none",
    );
  if (needs !== undefined && needs.edition.base !== main.edition.base)
    return needs.table.sheet.refuse(0, 0, `the edition of ${MAIN}, ${main.edition.base}`);
  const { openings, rows, remarks } = occupationsOf(main.table, needs?.table);
  return { extract: { url: file.url, ...main.edition, openings, rows: [...rows] }, remarks };
}

/** The other tables cost no time, where the sheets are named for the tables. */
function openTables(file: WorkbookFile): Workbook {
  const book = openWorkbook({ ...file, sheets: [MAIN, CHARACTERISTICS] });
  return book.sheetNames.includes(MAIN) ? book : openWorkbook(file);
}

type TableOfEdition = { readonly table: OccupationTable; readonly edition: Edition };

/** The table under its number, which names the sheet or stands at the beginning of its first line. */
function tableIn(book: Workbook, number: string): TableOfEdition | undefined {
  const name = book.sheetNames.includes(number)
    ? number
    : book.sheetNames.find((sheet) => book.sheet(sheet).text(0, 0).startsWith(`${number} `));
  if (name === undefined) return undefined;
  const sheet = book.sheet(name);
  const edition = editionOf(sheet);
  const layouts = [1, 2, 3].map((headerRows) => workbookLayout(edition, headerRows));
  const table = openTable(sheet, layouts);
  refuseUnlessThousands(table);
  return { table, edition };
}

/** The unit stands above the table, or in its header. */
function refuseUnlessThousands({ sheet, headerRow }: OccupationTable): void {
  for (let row = 0; row <= headerRow; row++)
    for (let column = 0; column < sheet.columnCount; column++)
      if (/\bthousands\b/i.test(sheet.text(row, column))) return;
  sheet.refuse(0, 0, "words that say that the numbers are in thousands");
}

function editionOf(sheet: Sheet): Edition {
  return editionIn(sheet.text(0, 0)) ?? sheet.refuse(0, 0, "the first and the last year of the projections");
}

function hasNeeds({ column }: OccupationTable): boolean {
  return [column.education, column.experience, column.training].every((at) => at !== undefined);
}

function refuse({ url, name }: WorkbookFile, expected: string, found: string): never {
  throw new DocumentError({ url, locator: `[${name}]`, expected, found });
}
