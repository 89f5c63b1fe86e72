import AdmZip from "adm-zip";
import { type Pick, pickOf } from "../../picker.ts";
import type { BytesChange } from "../bytes-change.ts";

type Cell = { readonly place: string; readonly kind: string; readonly content: string };

/** A sheet as its file tells it: rows of cells, each with the type and the content that it has there. */
type Rows = Cell[][];

/** Changes the rows of one sheet; `false` where there is nothing to change. */
type RowsChange = (rows: Rows, pick: Pick) => boolean;

/** What happens to workbooks: cells that move, columns that change places, rows that go, figures in other units. */
export const WORKBOOKS: Readonly<Record<string, BytesChange>> = {
  "a row is missing": inSheet((rows, pick) => rows.splice(dataRow(rows, pick), 1).length > 0),
  "a row says what the one below says": inSheet((rows, pick) => {
    const at = dataRow(rows, pick);
    return contentsOf(rows, at, rows[at + 1] ?? []);
  }),
  "two rows are swapped": inSheet((rows, pick) => {
    const at = dataRow(rows, pick);
    const [one = [], other = []] = [rows[at], rows[at + 1]];
    return contentsOf(rows, at, other) && contentsOf(rows, at + 1, one);
  }),
  "two columns are swapped below their headers": inSheet((rows, pick) => {
    const column = pick(12);
    return rows.slice(HEADERS).filter((row) => swapCells(row, column)).length > 0;
  }),
  "two columns are swapped, headers and all": inSheet((rows, pick) => {
    const column = pick(12);
    return rows.filter((row) => swapCells(row, column)).length > 0;
  }),
  "two cells of a row are swapped": inSheet((rows, pick) =>
    swapCells(rows[dataRow(rows, pick)] ?? [], pick(12)),
  ),
  "two cells of a column are swapped": inSheet((rows, pick) => {
    const at = dataRow(rows, pick);
    const column = pick(12);
    const [one, other] = [rows[at]?.[column], rows[at + 1]?.[column]];
    if (one === undefined || other === undefined || one.content === other.content) return false;
    return put(rows, at, column, other) && put(rows, at + 1, column, one);
  }),
  "a cell is empty": inSheet((rows, pick) => changeCell(rows, pick, /./, () => "")),
  "a header is another's": inSheet((rows, pick) => {
    const at = pick(Math.min(HEADERS, rows.length));
    return swapCells(rows[at] ?? [], pick(12));
  }),
  "a header is empty": inSheet((rows, pick) => {
    const at = pick(Math.min(HEADERS, rows.length));
    const column = pick(12);
    const cell = rows[at]?.[column];
    return cell !== undefined && cell.content !== "" && put(rows, at, column, { ...cell, content: "" });
  }),
  "a figure is ten times as much": inSheet((rows, pick) => changeNumber(rows, pick, (number) => number * 10)),
  "a figure is a thousandth": inSheet((rows, pick) => changeNumber(rows, pick, (number) => number / 1000)),
  "a figure is below nothing": inSheet((rows, pick) => changeNumber(rows, pick, (number) => -number)),
  "a figure is another": inSheet((rows, pick) => changeNumber(rows, pick, (number) => number + 1 + pick(9))),
  "a figure is nothing": inSheet((rows, pick) => changeNumber(rows, pick, () => 0)),
  "the figures of a column are a thousand times as much": inSheet((rows, pick) => {
    const column = pick(14);
    const changed = rows.slice(HEADERS).filter((row) => {
      const cell = row[column];
      if (cell === undefined || !isNumber(cell)) return false;
      row[column] = withNumber(cell, numberOf(cell) * 1000);
      return true;
    });
    return changed.length > 0;
  }),
  "a word is a figure": inSheet((rows, pick) => changeCell(rows, pick, / t="s"/, () => "<v>12300</v>", "")),
  "a word is another word of the book": inSheet((rows, pick) =>
    changeCell(rows, pick, / t="s"/, (content) => content.replace(/\d+/, (index) => `${Number(index) + 1}`)),
  ),
};

/** Rows of titles and headers stand above these. */
const HEADERS = 8;

function dataRow(rows: Rows, pick: Pick): number {
  return Math.min(HEADERS + pick(Math.max(1, rows.length - HEADERS - 1)), rows.length);
}

function isNumber({ kind, content }: Cell): boolean {
  return !/ t="(?:s|str|inlineStr|b|e)"/.test(kind) && /<v>-?[\d.]+(?:E-?\d+)?<\/v>/.test(content);
}

function numberOf({ content }: Cell): number {
  return Number(/<v>([^<]*)<\/v>/.exec(content)?.[1]);
}

function withNumber(cell: Cell, number: number): Cell {
  return { ...cell, content: `<v>${number}</v>` };
}

/** The content and the type of another cell, in the place of this one. */
function put(rows: Rows, row: number, column: number, { kind, content }: Cell): boolean {
  const cell = rows[row]?.[column];
  if (cell !== undefined && rows[row] !== undefined) rows[row][column] = { ...cell, kind, content };
  return cell !== undefined;
}

function swapCells(row: Cell[], column: number): boolean {
  const [one, other] = [row[column], row[column + 1]];
  if (one === undefined || other === undefined || one.content === other.content) return false;
  row[column] = { ...other, place: one.place };
  row[column + 1] = { ...one, place: other.place };
  return true;
}

function contentsOf(rows: Rows, at: number, other: readonly Cell[]): boolean {
  const row = rows[at];
  if (row === undefined || other.length === 0) return false;
  rows[at] = row.map((cell, column) => ({ ...(other[column] ?? cell), place: cell.place }));
  return true;
}

function changeNumber(rows: Rows, pick: Pick, to: (number: number) => number): boolean {
  const row = rows[dataRow(rows, pick)] ?? [];
  const columns = [...row.keys()].filter((column) => isNumber(row[column] as Cell));
  const column = pickOf(columns, pick);
  if (column === undefined) return false;
  row[column] = withNumber(row[column] as Cell, to(numberOf(row[column] as Cell)));
  return true;
}

function changeCell(
  rows: Rows,
  pick: Pick,
  isWanted: RegExp,
  to: (content: string) => string,
  kind?: string,
): boolean {
  const row = rows[dataRow(rows, pick)] ?? [];
  const columns = [...row.keys()].filter((column) => {
    const cell = row[column] as Cell;
    return cell.content !== "" && isWanted.test(`${cell.kind} ${cell.content}`);
  });
  const column = pickOf(columns, pick);
  if (column === undefined) return false;
  const cell = row[column] as Cell;
  row[column] = { ...cell, content: to(cell.content), kind: kind ?? cell.kind };
  return true;
}

/** Changes one sheet of a workbook, or of one of the workbooks in a zip file. */
function inSheet(change: RowsChange): BytesChange {
  const changed: BytesChange = (body, pick) => {
    const zip = new AdmZip(body);
    const isBook = zip.getEntry("xl/workbook.xml") !== null;
    const wanted = isBook ? /^xl\/worksheets\/sheet\d+\.xml$/ : /\.xlsx$/;
    const entry = pickOf(
      zip.getEntries().filter(({ entryName }) => wanted.test(entryName)),
      pick,
    );
    if (entry === undefined) return body;
    const before = entry.getData();
    const after = isBook
      ? Buffer.from(changedSheet(before.toString("utf8"), change, pick))
      : changed(before, pick);
    if (after.equals(before)) return body;
    zip.updateFile(entry, after);
    return zip.toBuffer();
  };
  return changed;
}

const ROW = /(<row\b[^>]*>)([\s\S]*?)<\/row>/g;
const CELL = /<c\b r="([A-Z]+\d+)"([^>]*?)(?:\/>|>([\s\S]*?)<\/c>)/g;

function changedSheet(xml: string, change: RowsChange, pick: Pick): string {
  const heads: string[] = [];
  const rows: Rows = [];
  for (const [, head = "", inside = ""] of xml.matchAll(ROW)) {
    heads.push(head);
    rows.push(
      [...inside.matchAll(CELL)].map(([, place = "", kind = "", content = ""]) => ({ place, kind, content })),
    );
  }
  const headOf = new Map(
    rows.map((row, index) => [row.map(({ place }) => place).join(), heads[index] ?? ""]),
  );
  if (rows.length <= HEADERS || !change(rows, pick)) return xml;
  const written = rows.map((row) => {
    const head = headOf.get(row.map(({ place }) => place).join()) ?? "<row>";
    return `${head}${row.map(({ place, kind, content }) => `<c r="${place}"${kind}>${content}</c>`).join("")}</row>`;
  });
  const [from, to] = [xml.indexOf("<row"), xml.lastIndexOf("</row>") + "</row>".length];
  return xml.slice(0, from) + written.join("") + xml.slice(to);
}
