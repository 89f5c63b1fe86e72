import type { SaidCell, Sheet } from "../reading/sheet.ts";

/** The blocks of “Occupation Table 2”, by the label over their rows. The two others have men or women only. */
export const BLOCK_TITLE =
  /Occupation Table 2 Employment Change by Occupation \(SOC 2020\) and Replacement Demand, \d{4}-\d{4}, [A-Z][A-Za-z ]+?(?: \(Continued\))?/;
const ANY_TITLE = /Occupation Table \d.*/;

/** Every block has one of these words over its labels. */
const LABEL = /Levels \(000s\)|Shares \(%\)|Growth \(% per annum\)|Change \(000s\)/;
const TOTAL = "All occupations";

/** Words over a column stand in three rows at most, the last of them that of the label. */
const HEADER_ROWS = 3;

export type Block = {
  readonly title: SaidCell;
  readonly label: SaidCell;
  readonly columns: readonly { readonly words: string; readonly column: number }[];
  /** The rows of the groups, and that of all together. */
  readonly rows: readonly number[];
  readonly totalRow: number;
};

/** @throws DocumentError where a block has no label or no total, or two have the same label */
export function findBlocks(sheet: Sheet): ReadonlyMap<string, Block> {
  const titles = sheet.cellsSaying(BLOCK_TITLE);
  const labels = sheet.cellsSaying(LABEL);
  const every = sheet.cellsSaying(ANY_TITLE);
  const blocks = new Map<string, Block>();
  for (const title of titles) {
    const after = (cells: readonly SaidCell[]) => Math.min(...cells.map(({ row }) => row), sheet.rowCount);
    const end = after(every.filter(({ row, column }) => column === title.column && row > title.row));
    const beside = every.filter(({ row, column }) => row === title.row && column > title.column);
    const right = Math.min(...beside.map(({ column }) => column), sheet.columnCount);
    const label = labels.find(({ row, column }) => column === title.column && row > title.row && row < end);
    if (label === undefined)
      return sheet.refuse(title.row, title.column, `a block with the label ${LABEL.source}`, "none");
    if (blocks.has(label.text)) sheet.refuse(label.row, label.column, `one block “${label.text}”`, "two");
    blocks.set(label.text, blockAt(sheet, title, label, { end, right }));
  }
  return blocks;
}

function blockAt(
  sheet: Sheet,
  title: SaidCell,
  label: SaidCell,
  { end, right }: { readonly end: number; readonly right: number },
): Block {
  const columns: { words: string; column: number }[] = [];
  for (let column = label.column + 1; column < right; column++) {
    const words = wordsOver(sheet, label.row, column);
    if (words !== "") columns.push({ words, column });
  }
  const rows: number[] = [];
  for (let row = label.row + 1; row < end; row++) {
    const words = sheet.text(row, label.column);
    if (words === TOTAL) return { title, label, columns, rows, totalRow: row };
    if (words === "") continue;
    if (!/^\d\d \S/.test(words))
      sheet.refuse(row, label.column, "a sub-major group, such as “11 Corporate …”");
    rows.push(row);
  }
  return sheet.refuse(label.row, label.column, `a row “${TOTAL}” below`, "none");
}

/** "2020-2035", "Net", "Change" → "2020-2035 Net Change" */
function wordsOver(sheet: Sheet, row: number, column: number): string {
  if (sheet.text(row, column) === "") return "";
  const words: string[] = [];
  for (let above = row - HEADER_ROWS + 1; above <= row; above++) words.push(sheet.text(above, column));
  return words.filter((part) => part !== "").join(" ");
}
