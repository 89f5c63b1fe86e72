import type { AnyNode, Element } from "domhandler";
import { isTag } from "domhandler";
import { textOf } from "./text.ts";

/** A cell of a table, in every place that it spans. */
export type Cell = { readonly element: Element; readonly text: string; readonly isHeader: boolean };

export type Grid = {
  readonly caption: string;
  /** Rows of `thead`, in which headers may span; `rows` begins with them. */
  readonly headRows: number;
  readonly rows: readonly (readonly (Cell | undefined)[])[];
  /** The `tr` of each row. */
  readonly elements: readonly Element[];
  /** Rows and cells that the table has as its own, footer rows included: others stand inside a cell. */
  readonly ownElements: number;
};

/** A table as a rectangle: spanning cells stand in each place that they cover. Footer rows are left out. */
export function gridOf(table: Element): Grid {
  const rows: (Cell | undefined)[][] = [];
  const elements: Element[] = [];
  let headRows = 0;
  let ownElements = 0;
  for (const { row, part } of rowsOf(table)) {
    ownElements += 1 + cellsOf(row).length;
    if (part === "tfoot") continue;
    if (part !== "thead" && elements.length === headRows) rows.length = headRows;
    place(row, rows, elements.length);
    elements.push(row);
    if (part === "thead") headRows = elements.length;
  }
  rows.length = elements.length;
  const caption = children(table).find((child) => child.name === "caption");
  return { caption: caption === undefined ? "" : textOf(caption), headRows, rows, elements, ownElements };
}

function rowsOf(table: Element): { row: Element; part: string }[] {
  return children(table).flatMap((child) => {
    if (child.name === "tr") return [{ row: child, part: "tbody" }];
    if (!/^t(head|body|foot)$/.test(child.name)) return [];
    return children(child)
      .filter((row) => row.name === "tr")
      .map((row) => ({ row, part: child.name }));
  });
}

function place(row: Element, rows: (Cell | undefined)[][], at: number): void {
  rows[at] ??= [];
  let column = 0;
  for (const element of cellsOf(row)) {
    while (rows[at]?.[column] !== undefined) column++;
    const cell: Cell = { element, text: textOf(element), isHeader: element.name === "th" };
    for (let down = 0; down < span(element, "rowspan"); down++) {
      const line = rows[at + down] ?? [];
      rows[at + down] = line;
      for (let right = 0; right < span(element, "colspan"); right++) line[column + right] = cell;
    }
    column += span(element, "colspan");
  }
}

function cellsOf(row: Element): Element[] {
  return children(row).filter((cell) => cell.name === "td" || cell.name === "th");
}

function span(element: Element, attribute: string): number {
  const value = Number(element.attribs[attribute] ?? "1");
  return Number.isInteger(value) && value >= 1 && value <= 100 ? value : 1;
}

function children(element: Element): Element[] {
  return element.children.filter((child: AnyNode): child is Element => isTag(child));
}
