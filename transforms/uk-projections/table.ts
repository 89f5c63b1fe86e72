import type { Quote } from "../../sources/reading/page.ts";
import type { FigureBlock, WorkbookExtract } from "../../sources/uk-projections/workbook-extract.ts";
import { refuseWords } from "../refuse-words.ts";
import { spanOf } from "../wording/period.ts";

/** A published number and its cell. */
export type Cell = { readonly value: number; readonly at: string };

/** One group from the base year to a later one, as three blocks of the sheet state it. Thousands, and percent. */
export type Change = {
  readonly label: Quote;
  readonly baseYear: number;
  readonly targetYear: number;
  readonly base: Cell;
  readonly target: Cell;
  readonly change: Cell;
  /** `undefined` for spans that the workbook gives no percent for. */
  readonly percent: Cell | undefined;
};

/** The years that the columns are about: the base, every later one, and the last. */
export type Years = { readonly base: number; readonly later: readonly number[]; readonly target: number };

/** The years of the title, of the net change and of the columns, which must agree. */
export function yearsOf(extract: WorkbookExtract): Years {
  const { levels, shares, changes } = extract;
  const net = netChangeOf(extract, levels);
  const span = spanOf(net.text.replace(" Net Change", ""));
  if (span === undefined) return refuseWords(extract, net, "the years of the net change");
  if (netChangeOf(extract, shares).text !== net.text)
    refuseWords(extract, netChangeOf(extract, shares), `“${net.text}”, as ${net.at} says`);
  const years = levels.columns.filter((column) => column !== net).map(({ text }) => Number(text));
  const later = years.filter((year) => year > span.base);
  if (
    !years.includes(span.base) ||
    Math.max(...later) !== span.target ||
    new Set(years).size !== years.length
  )
    refuseWords(extract, net, `a span of the years ${years.join(", ")}`);
  for (const { title } of [levels, shares, changes])
    if (!new RegExp(`, \\d{4}-${span.target}, `).test(title.text))
      refuseWords(extract, title, `a title with the year ${span.target}`);
  return { ...span, later };
}

/** All changes of a row: the base year to each later one. `label` is the row's, "All occupations" for the total. */
export function changesOf(extract: WorkbookExtract, label: string, years: Years): Change[] {
  const { levels, shares, changes } = extract;
  const row = rowOf(extract, levels, label);
  return years.later.map((year) => {
    const isWhole = year === years.target;
    return {
      label: row.label,
      baseYear: years.base,
      targetYear: year,
      base: cellOf(extract, levels, label, `${years.base}`),
      target: cellOf(extract, levels, label, `${year}`),
      change: cellOf(extract, changes, label, `${years.base}-${year}`),
      percent: isWhole ? cellOf(extract, shares, label, netChangeOf(extract, shares).text) : undefined,
    };
  });
}

export function netChangeOf(extract: WorkbookExtract, { columns, label }: FigureBlock): Quote {
  const [net, another] = columns.filter(({ text }) => text.endsWith(" Net Change"));
  if (net === undefined || another !== undefined)
    return refuseWords(extract, label, "one column of the net change below");
  return net;
}

export function cellOf(extract: WorkbookExtract, block: FigureBlock, label: string, column: string): Cell {
  const indexes = [...block.columns.keys()].filter((index) => block.columns[index]?.text === column);
  const cell = rowOf(extract, block, label).cells[indexes[0] ?? -1];
  return cell === undefined || indexes.length !== 1
    ? refuseWords(extract, block.label, `one column “${column}” beside`)
    : cell;
}

function rowOf(extract: WorkbookExtract, block: FigureBlock, label: string) {
  const rows = [...block.rows, block.total].filter((row) => row.label.text === label);
  const [row, another] = rows;
  return row === undefined || another !== undefined
    ? refuseWords(extract, another?.label ?? block.label, `one row “${label}” below`)
    : row;
}
