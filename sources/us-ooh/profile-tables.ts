import type { Element } from "domhandler";
import { isTag } from "domhandler";
import { type Cell, type Grid, gridOf } from "../reading/grid.ts";
import { locatorOf } from "../reading/locator.ts";
import { absolute } from "../reading/markdown.ts";
import type { Page, Quote } from "../reading/page.ts";
import { textOf } from "../reading/text.ts";
import type { TabBlock } from "./blocks.ts";
import type { ProfileExtract, ProfileTable, ProjectionTable } from "./profile-extract.ts";

type Labelled = ProfileTable["rows"][number];

/** The quick facts: a header cell with the label, a data cell with the value. */
export function quickFactsOn(page: Page, tab: Element): Labelled[] {
  const { rows, headRows, elements } = wholeGrid(page, page.one("#quickfacts", tab));
  return rows.slice(headRows).map((cells, index) => {
    const row = elements[headRows + index] as Element;
    const [label, value] = cells;
    if (
      label?.isHeader !== true ||
      label.text === "" ||
      value === undefined ||
      value.isHeader ||
      cells.length !== 2
    )
      return page.refuse(row, "a header cell with the label and a data cell with the value");
    return { label: label.text, value: value.text, at: locatorOf(row) };
  });
}

/**
 * The two-column tables of a tab. The sentence before a table says what it is about. A table that comes again, cell by
 * cell the same, is read once; one of another form is left to the prose, and remarked on.
 */
export function factTablesIn(
  page: Page,
  tab: ProfileTable["tab"],
  blocks: readonly TabBlock[],
): ProfileTable[] {
  const tables: ProfileTable[] = [];
  let before = "";
  for (const [index, block] of blocks.entries()) {
    if (block.kind !== "table") continue;
    const introduction = paragraphAt(blocks[index - 1]);
    const text = textOf(block.node);
    const rows = labelledRows(block.node);
    if (text !== "" && text === before && introduction === null)
      page.remark("repeated-element", block.node, "The table before it, once more.");
    else if (rows !== undefined) tables.push({ tab, introduction, rows, at: locatorOf(block.node) });
    else if (/ as follows:$/.test(introduction?.text ?? "") && isOfTab(block.node))
      page.refuse(block.node, `a table of labels and values after “${introduction?.text}”`);
    else page.remark("table-not-read", block.node, "Not a table of labels and values.");
    before = text;
  }
  return tables;
}

/** The class of the tables that hold figures; other tables of the page belong to the prose. */
function isOfTab(table: Element): boolean {
  return /(^|\s)ooh-tab-table(\s|$)/.test(table.attribs.class ?? "");
}

function paragraphAt(block: TabBlock | undefined): Quote | null {
  return block?.kind === "paragraph" ? { text: block.text, at: locatorOf(block.node) } : null;
}

function labelledRows(table: Element): Labelled[] | undefined {
  const { rows, elements, headRows } = gridOf(table);
  const filled = rows
    .map((cells, index) => ({ cells, row: elements[index] as Element }))
    .slice(headRows)
    .filter(({ cells }) => cells.length > 0);
  const isPair = (cells: readonly (Cell | undefined)[]) => cells.length === 2 && cells[0]?.text !== "";
  if (filled.length === 0 || !filled.every(({ cells }) => isPair(cells))) return undefined;
  return filled.map(({ cells, row }) => ({
    label: cells[0]?.text ?? "",
    value: cells[1]?.text ?? "",
    at: locatorOf(row),
  }));
}

/** A table as a grid; one whose cells were left open, so that they swallowed the rows after them, is refused. */
function wholeGrid(page: Page, table: Element): Grid {
  const grid = gridOf(table);
  const all = page.many("tr, td, th", table).length;
  if (all !== grid.ownElements)
    page.refuse(
      table,
      `${all} rows and cells side by side`,
      `${all - grid.ownElements} of them inside others`,
    );
  const [part] = page.many("h1, h2, h3, h4, h5, h6, section, article", table);
  if (part !== undefined)
    page.refuse(part, "cells with words and figures", "a part of the page with its heading");
  return grid;
}

/** The projections table of the outlook tab. */
export function projectionsOn(page: Page, panes: Element, expected: boolean): ProjectionTable | null {
  const table = expected ? page.one("#outlook-table", panes) : page.optional("#outlook-table", panes);
  return table === undefined ? null : projectionsIn(page, table);
}

/** A projections table, its columns found by their headers and checked against the labels that its cells carry. */
export function projectionsIn(page: Page, table: Element): ProjectionTable {
  const grid = wholeGrid(page, table);
  if (grid.caption === "") page.refuse(table, "a caption", "none");
  const column = (wording: RegExp) => columnOf(page, table, grid, wording);
  const title = column(/^Occupational Title$/i);
  const code = column(/^SOC Code$/i);
  const base = column(/^Employment, \d{4}$/i);
  const target = column(/^Projected Employment, \d{4}$/i);
  const percent = column(/^Change, \d{4}[–-]\d{2,4} Percent$/i);
  const change = column(/^Change, \d{4}[–-]\d{2,4} Numeric$/i);
  if (grid.rows.length === grid.headRows) page.refuse(table, "a row for each occupation", "none");
  const rows = grid.rows.slice(grid.headRows).map((cells, index) => {
    const row = grid.elements[grid.headRows + index] as Element;
    const read = (at: Column) => cellIn(page, row, cells, at);
    checkDataLink(page, row, read(code));
    return {
      title: read(title),
      code: read(code),
      base: read(base),
      target: read(target),
      percent: read(percent),
      change: read(change),
      at: locatorOf(row),
    };
  });
  const labels = { baseLabel: base.label, targetLabel: target.label, changeLabel: percent.label };
  return { caption: grid.caption, ...labels, rows, at: locatorOf(table) };
}

/** "Get data" leads to the figures of the same code. */
function checkDataLink(page: Page, row: Element, code: string): void {
  for (const link of page.many("a[href]", row)) {
    const linked = /[?&]queryParams=(\d{2}-\d{4})\b/.exec(link.attribs.href ?? "")?.[1];
    if (linked !== undefined && linked !== code)
      page.refuse(row, `the code ${linked}, which its link has`, code);
  }
}

type Column = { readonly index: number; readonly label: string };

function columnOf(page: Page, table: Element, grid: Grid, wording: RegExp): Column {
  const columns = (grid.rows[0] ?? []).map((_, index) => ({ index, label: headerOf(grid, index) }));
  const [found, ...others] = columns.filter(({ label }) => wording.test(label));
  return found !== undefined && others.length === 0
    ? found
    : page.refuse(
        table,
        `one column headed ${wording.source}`,
        columns.map(({ label }) => label).join(" | "),
      );
}

/** "Change, 2024–34" over "Percent" → "Change, 2024–34 Percent". */
function headerOf(grid: Grid, column: number): string {
  const cells = grid.rows.slice(0, grid.headRows).map((row) => row[column]);
  return [...new Set(cells.map((cell) => cell?.text ?? ""))].join(" ").trim();
}

/** `data-label` says again, in each cell, which column it belongs to. */
function cellIn(page: Page, row: Element, cells: readonly (Cell | undefined)[], column: Column): string {
  const cell = cells[column.index];
  if (cell === undefined || cell.text === "")
    return page.refuse(row, `a value under “${column.label}”`, "nothing");
  const label = wordsOf(cell.element.attribs["data-label"] ?? "");
  if (label !== "" && label !== wordsOf(column.label))
    page.refuse(cell.element, `a cell of “${column.label}”`, `one that is labelled “${label}”`);
  return cell.text;
}

function wordsOf(label: string): string {
  return label
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** The bars of a chart: pairs of `dt` and `dd`. */
export function chartsIn(
  page: Page,
  tab: "pay" | "job-outlook",
  blocks: readonly TabBlock[],
): ProfileExtract["charts"] {
  return blocks.flatMap((block) => {
    if (block.kind !== "chart") return [];
    const captions = page.many("p", block.node).filter((p) => !isInside(p, "dd"));
    const caption = captions.find((p) => textOf(p) !== "");
    const bars = page
      .many("dt", block.node)
      .map((dt) => ({ label: textOf(dt), value: valueAfter(dt), at: locatorOf(dt) }))
      .filter(({ label }) => label !== "");
    return caption === undefined || bars.length === 0
      ? []
      : [{ tab, caption: textOf(caption), bars, at: locatorOf(caption) }];
  });
}

function isInside(element: Element, tag: string): boolean {
  let parent = element.parent;
  while (parent !== null && isTag(parent)) {
    if (parent.name === tag) return true;
    parent = parent.parent;
  }
  return false;
}

function valueAfter(dt: Element): string {
  let next = dt.next;
  while (next !== null && !isTag(next)) next = next.next;
  return next !== null && next.name === "dd" ? textOf(next) : "";
}

/** The table of similar occupations; its first column is a picture. */
export function similarOn(page: Page, panes: Element, expected: boolean): ProfileExtract["similar"] {
  const table = expected
    ? page.one("#similar-occupations", panes)
    : page.optional("#similar-occupations", panes);
  if (table === undefined) return [];
  const grid = wholeGrid(page, table);
  const occupation = columnOf(page, table, grid, /^Occupation( Help.*)?$/i);
  const education = columnOf(page, table, grid, /^Entry-Level Education/i);
  const pay = columnOf(page, table, grid, /^\d{4} Median Pay/i);
  return grid.rows.slice(grid.headRows).map((cells, index) => {
    const row = grid.elements[grid.headRows + index] as Element;
    const cell =
      cells[occupation.index]?.element ?? page.refuse(row, "a cell with the occupation", "nothing");
    const link = page.one("a[href]", cell);
    if (textOf(link) === "") page.refuse(cell, "a link with the title of a profile");
    const url = absolute(link.attribs.href ?? "", page.url) ?? page.refuse(link, "the address of a profile");
    if (url.replace(/#.*$/, "") === page.url)
      page.refuse(link, "the address of another profile", "this page's own");
    return {
      title: textOf(link),
      url,
      education: cells[education.index]?.text ?? "",
      pay: cells[pay.index]?.text ?? "",
      at: locatorOf(row),
    };
  });
}
