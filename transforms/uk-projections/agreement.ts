import type { FigureBlock, WorkbookExtract } from "../../sources/uk-projections/workbook-extract.ts";
import { refuseWords } from "../refuse-words.ts";
import { type Cell, type Change, cellOf, changesOf, netChangeOf, type Years } from "./table.ts";

/** The cells hold every digit that was computed: what differs by less than one person is the noise of the last ones. */
const NOISE_THOUSANDS = 0.001;
const NOISE_PERCENT = 0.0001;

/** @throws DocumentError where the sheet contradicts itself: a group too few, a sum, a change, a percent */
export function refuseUnlessAgreed(extract: WorkbookExtract, years: Years): void {
  refuseUnlessComplete(extract);
  const { levels, changes } = extract;
  for (const block of [levels, changes]) refuseUnlessSummed(extract, block);
  for (const { label } of [...levels.rows, levels.total])
    for (const change of changesOf(extract, label.text, years)) refuseUnlessAdded(extract, change, years);
}

/** The sheet says how many groups it has; each stands in every block. */
function refuseUnlessComplete(extract: WorkbookExtract): void {
  const { size, levels, shares, changes } = extract;
  const labels = new Set(levels.rows.map(({ label }) => label.text));
  const codes = new Set([...labels].map((label) => label.slice(0, 2)));
  if (size.text !== `${levels.rows.length} Occupations` || codes.size !== levels.rows.length)
    refuseWords(extract, size, `the ${codes.size} groups below`);
  for (const block of [shares, changes]) {
    for (const { label } of block.rows)
      if (!labels.has(label.text)) refuseWords(extract, label, `a group that “${levels.label.text}” lists`);
    if (block.rows.length !== levels.rows.length)
      refuseWords(extract, block.label, `the ${levels.rows.length} groups of “${levels.label.text}” below`);
  }
}

function refuseUnlessSummed(extract: WorkbookExtract, { rows, total }: FigureBlock): void {
  for (const [column, { value, at }] of total.cells.entries()) {
    const sum = rows.reduce((sum, { cells }) => sum + (cells[column]?.value ?? Number.NaN), 0);
    if (!(Math.abs(sum - value) < NOISE_THOUSANDS))
      refuseWords(extract, { text: `${value}`, at }, `${sum}, the sum of the groups above`);
  }
}

function refuseUnlessAdded(extract: WorkbookExtract, change: Change, years: Years): void {
  const { label, base, target, percent } = change;
  const expect = (cell: Cell, value: number, noise: number, why: string) => {
    if (!(Math.abs(cell.value - value) < noise))
      refuseWords(extract, { text: `${cell.value}`, at: cell.at }, `${value}, ${why}`);
  };
  expect(change.change, target.value - base.value, NOISE_THOUSANDS, "as the levels change");
  if (change.targetYear === years.target) {
    const net = cellOf(extract, extract.levels, label.text, netChangeOf(extract, extract.levels).text);
    expect(net, change.change.value, NOISE_THOUSANDS, `as ${change.change.at} says`);
  }
  if (percent !== undefined)
    expect(percent, (100 * change.change.value) / base.value, NOISE_PERCENT, "percent of the base");
}
