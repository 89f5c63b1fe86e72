import { pickOf } from "../../picker.ts";
import { type Edit, type MarkedElement, type MarkedPage, rowsOf } from "../marked-page.ts";
import {
  after,
  areApart,
  atEveryPlace,
  atOnePlace,
  before,
  type Changes,
  dropped,
  moved,
  otherFigures,
  swapped,
  wordsAt,
} from "./at-one-place.ts";

type Row = ReturnType<typeof rowsOf>[number];

/** What happens to tables: rows, columns and cells that go, come, or change places. */
export const TABLES: Changes = {
  "a row is missing": atOnePlace((page) => dataRows(page).map(({ row }) => [dropped(row)])),
  "a row stands twice": atOnePlace((page) =>
    dataRows(page).map(({ row }) => [after(row, wordsAt(page, row))]),
  ),
  "a row stands twice, with other figures": atOnePlace((page) =>
    dataRows(page).map(({ row }) => [after(row, otherTexts(page, row))]),
  ),
  "a row too many": atOnePlace((page) =>
    dataRows(page).map(({ row, cells }) => [after(row, `<tr>${cells.map(strange).join("")}</tr>`)]),
  ),
  "two rows are swapped": atOnePlace((page) =>
    neighbours(page).map(([one, other]) => swapped(page, one.row, other.row)),
  ),
  "the rows are turned round": atOnePlace((page) =>
    tablesOn(page).map((table) => {
      const rows = rowsOf(table).filter(isData);
      return rows.map(({ row }, index) => ({
        ...{ from: row.from, to: row.to },
        words: wordsAt(page, rows[rows.length - 1 - index]?.row ?? row),
      }));
    }),
  ),
  "a row stands in another table": atOnePlace((page, pick) => {
    const rows = dataRows(page);
    return rows.map(({ row }) => {
      const target = pickOf(rows, pick)?.row ?? row;
      return areApart(row, target) && row.parent !== target.parent ? moved(page, row, target) : [];
    });
  }),
  "a header is missing": atOnePlace((page) =>
    tablesOn(page).flatMap((table) =>
      rowsOf(table)
        .filter((row) => !isData(row))
        .map(({ row }) => [dropped(row)]),
    ),
  ),
  "two columns are swapped, headers and all": atOnePlace((page) => swappedColumns(page, () => true)),
  "two columns are swapped below their headers": atOnePlace((page) => swappedColumns(page, isData)),
  "two headers are swapped": atOnePlace((page) => swappedColumns(page, (row) => !isData(row))),
  "a column is missing, header and all": atOnePlace((page) => droppedColumns(page, () => true)),
  "a column is missing below its header": atOnePlace((page) => droppedColumns(page, isData)),
  "a cell is empty": atOnePlace((page) => cellsOn(page).map(({ inside }) => [dropped(inside)])),
  "a cell is missing": atOnePlace((page) => cellsOn(page).map((cell) => [dropped(cell)])),
  "a cell stands twice": atOnePlace((page) =>
    cellsOn(page).map((cell) => [after(cell, wordsAt(page, cell))]),
  ),
  "a cell says what the one below says": atOnePlace((page) => {
    return neighbours(page).flatMap(([one, other]) =>
      one.cells.flatMap((cell, column) => {
        const below = other.cells[column];
        return below === undefined ? [] : [[{ ...cell.inside, words: wordsAt(page, below.inside) }]];
      }),
    );
  }),
  "two cells of a column are swapped": atOnePlace((page) =>
    neighbours(page).flatMap(([one, other]) =>
      one.cells.flatMap((cell, column) => {
        const below = other.cells[column];
        return below === undefined ? [] : [swapped(page, cell.inside, below.inside)];
      }),
    ),
  ),
  "two cells of a row are swapped": atOnePlace((page) =>
    dataRows(page).flatMap(({ cells }) =>
      cells.slice(1).map((cell, index) => swapped(page, (cells[index] as MarkedElement).inside, cell.inside)),
    ),
  ),
  "header cells are ordinary cells": atEveryPlace((page) => retagged(page, "th", "td")),
  "ordinary cells are header cells": atEveryPlace((page) => retagged(page, "td", "th")),
  "a cell covers two rows": atOnePlace((page) =>
    cellsOn(page).map((cell) => [spanning(page, cell, "rowspan")]),
  ),
  "a cell covers two columns": atOnePlace((page) =>
    cellsOn(page).map((cell) => [spanning(page, cell, "colspan")]),
  ),
  "a cell is left open": atOnePlace((page) =>
    cellsOn(page).map(({ inside, to }) => [dropped({ from: inside.to, to })]),
  ),
  "a row is left open": atOnePlace((page) =>
    dataRows(page).map(({ row: { inside, to } }) => [dropped({ from: inside.to, to })]),
  ),
  "a table is missing": atOnePlace((page) => tablesOn(page).map((table) => [dropped(table)])),
  "a table stands twice": atOnePlace((page) =>
    tablesOn(page).map((table) => [after(table, wordsAt(page, table))]),
  ),
  "a table stands twice, first with other figures": atOnePlace((page) =>
    tablesOn(page).map((table) => [before(table, otherTexts(page, table))]),
  ),
  "a table stands twice, then with other figures": atOnePlace((page) =>
    tablesOn(page).map((table) => [after(table, otherTexts(page, table))]),
  ),
  "two tables are swapped": atOnePlace((page) => {
    const tables = tablesOn(page);
    return tables.flatMap((one, index) => tables.slice(index + 1).map((other) => swapped(page, one, other)));
  }),
  "a table stands in a cell of another": atOnePlace((page, pick) =>
    tablesOn(page).map((table) => {
      const cell = pickOf(cellsOn(page), pick);
      return cell === undefined || !areApart(cell, table)
        ? []
        : [before(cell.inside, otherTexts(page, table))];
    }),
  ),
  "a table in a table": atOnePlace((page) =>
    tablesOn(page).map((table) => [before(table, "<table><tr><td>"), after(table, "</td></tr></table>")]),
  ),
  "a caption stands at another table": atOnePlace((page, pick) => {
    const captions = page.elements.filter(({ tag }) => tag === "caption");
    return captions.map((caption) => {
      const target = pickOf(tablesOn(page), pick);
      return target === undefined || !areApart(caption, target)
        ? []
        : [dropped(caption), before(target.inside, wordsAt(page, caption))];
    });
  }),
  "a caption is missing": atOnePlace((page) =>
    page.elements.filter(({ tag }) => tag === "caption").map((caption) => [dropped(caption)]),
  ),
  "the body of a table is in two": atOnePlace((page) =>
    dataRows(page)
      .filter(({ row }) => row.parent?.tag === "tbody")
      .map(({ row }) => [after(row, "</tbody><tbody>")]),
  ),
  "the last rows are a footer": atOnePlace((page) =>
    dataRows(page)
      .filter(({ row }) => row.parent?.tag === "tbody")
      .map(({ row }) => [before(row, "</tbody><tfoot>")]),
  ),
};

function tablesOn({ elements }: MarkedPage): MarkedElement[] {
  return elements.filter(({ tag }) => tag === "table");
}

function isData({ cells }: Row): boolean {
  return cells.some(({ tag }) => tag === "td");
}

function dataRows(page: MarkedPage): Row[] {
  return tablesOn(page).flatMap(rowsOf).filter(isData);
}

function cellsOn(page: MarkedPage): MarkedElement[] {
  return dataRows(page)
    .flatMap(({ cells }) => cells)
    .filter(({ words }) => words !== "");
}

/** Pairs of rows, one right below the other. */
function neighbours(page: MarkedPage): [one: Row, below: Row][] {
  return tablesOn(page).flatMap((table) => {
    const rows = rowsOf(table).filter(isData);
    return rows.slice(1).map((row, index): [Row, Row] => [rows[index] as Row, row]);
  });
}

function swappedColumns(page: MarkedPage, isTouched: (row: Row) => boolean): Edit[][] {
  return tablesOn(page).flatMap((table) => {
    const rows = rowsOf(table).filter(isTouched);
    const width = Math.max(0, ...rows.map(({ cells }) => cells.length));
    return Array.from({ length: Math.max(0, width - 1) }, (_, column) =>
      rows.flatMap(({ cells }) => {
        const [one, other] = [cells[column], cells[column + 1]];
        return one === undefined || other === undefined ? [] : swapped(page, one, other);
      }),
    );
  });
}

function droppedColumns(page: MarkedPage, isTouched: (row: Row) => boolean): Edit[][] {
  return tablesOn(page).flatMap((table) => {
    const rows = rowsOf(table).filter(isTouched);
    const width = Math.max(0, ...rows.map(({ cells }) => cells.length));
    return Array.from({ length: width }, (_, column) =>
      rows.flatMap(({ cells }) => (cells[column] === undefined ? [] : [dropped(cells[column])])),
    );
  });
}

function strange({ tag }: MarkedElement, index: number): string {
  return `<${tag}>${index === 0 ? "Supplementary measure" : "12,300"}</${tag}>`;
}

function retagged(page: MarkedPage, tag: string, other: string): Edit[][] {
  return page.elements
    .filter((element) => element.tag === tag)
    .map(({ from, to, inside }) => [
      { from: from + 1, to: from + 1 + tag.length, words: other },
      { from: inside.to, to, words: to > inside.to ? `</${other}>` : "" },
    ]);
}

function spanning(page: MarkedPage, { from, tag }: MarkedElement, attribute: string): Edit {
  const start = { from, to: from + 1 + tag.length };
  return { ...start, words: `${wordsAt(page, start)} ${attribute}="2"` };
}

/** The same once more, its texts with other figures, its tags as they are. */
function otherTexts(page: MarkedPage, element: MarkedElement): string {
  return wordsAt(page, element).replace(/(?<=>)[^<>]+(?=<)/g, otherFigures);
}
