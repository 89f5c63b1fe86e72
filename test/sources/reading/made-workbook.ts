import { type BookType, type CellObject, type Range, utils, write } from "@e965/xlsx";

/** A sheet as rows of cells; `null` leaves a cell out, `{ error }` is a formula's error. */
export type MadeSheet = {
  readonly rows: readonly (readonly (string | number | boolean | null | { readonly error: string })[])[];
  readonly merges?: readonly Range[];
  readonly isHidden?: boolean;
};

const ERRORS: Readonly<Record<string, number>> = { "#REF!": 0x17, "#DIV/0!": 0x07, "#N/A": 0x2a };

/** A real workbook file made of plain rows. */
export function makeWorkbook(
  sheets: Readonly<Record<string, MadeSheet>>,
  bookType: BookType = "xlsx",
): Buffer {
  const book = utils.book_new();
  for (const [name, { rows, merges = [], isHidden = false }] of Object.entries(sheets)) {
    const sheet = utils.aoa_to_sheet(
      rows.map((row) => row.map((cell) => (typeof cell === "object" && cell !== null ? "" : cell))),
    );
    for (const [r, row] of rows.entries())
      for (const [c, cell] of row.entries())
        if (typeof cell === "object" && cell !== null)
          sheet[utils.encode_cell({ r, c })] = { t: "e", v: ERRORS[cell.error] ?? 0x2a } satisfies CellObject;
    sheet["!merges"] = [...merges];
    utils.book_append_sheet(book, sheet, name);
    if (isHidden) utils.book_set_sheet_visibility(book, name, 1);
  }
  return write(book, { type: "buffer", bookType, compression: true });
}
