import CliTable from "cli-table3";

export type TableColumn = { readonly title: string; readonly align?: "left" | "right" };

const NO_LINES = [
  ...["top", "top-mid", "top-left", "top-right", "bottom", "bottom-mid", "bottom-left", "bottom-right"],
  ...["left", "left-mid", "right", "right-mid", "middle", "mid-mid"],
];

const GAP = 2;

/** The line under the head runs on below the gap after the last column. */
const GAP_AT_END = new RegExp(`─{${GAP}}$`);

/** A table with one line under its head; cells that are too wide are broken between words. */
export function textTable(
  columns: readonly TableColumn[],
  rows: readonly (readonly string[])[],
  width: number,
  indent = "",
): string {
  const hasHead = columns.some(({ title }) => title !== "");
  const heads = columns.map(({ title }) => title);
  const table = new CliTable({
    head: hasHead ? heads : [],
    chars: { ...Object.fromEntries(NO_LINES.map((name) => [name, ""])), mid: "─" },
    style: { head: [], border: [], compact: true, "padding-left": 0, "padding-right": GAP },
    colAligns: columns.map(({ align = "left" }) => align),
    colWidths: fitWidths([heads, ...rows], width - indent.length),
    wordWrap: true,
    wrapOnWordBoundary: true,
  });
  table.push(...rows.map((row) => [...row]));
  return table
    .toString()
    .split("\n")
    .map((line) => (indent + line.replace(GAP_AT_END, "")).trimEnd())
    .join("\n");
}

/** As wide as the widest cell; where the sum is too wide, the widest columns give way, but no word is ever cut. */
function fitWidths(rows: readonly (readonly string[])[], width: number): number[] {
  const columns = Array.from({ length: Math.max(...rows.map((row) => row.length)) }, (_, column) => column);
  const widths = columns.map((column) => Math.max(...rows.map((row) => longest(row[column], "\n"))) + GAP);
  const least = columns.map((column) => Math.max(...rows.map((row) => longest(row[column], /\s/))) + GAP);
  while (sum(widths) > width + GAP) {
    const slack = columns.filter((column) => (widths[column] ?? 0) > (least[column] ?? 0));
    const widest = slack.toSorted((one, other) => (widths[other] ?? 0) - (widths[one] ?? 0))[0];
    if (widest === undefined) break;
    widths[widest] = (widths[widest] ?? 0) - 1;
  }
  return widths;
}

function longest(cell = "", separator: string | RegExp): number {
  return Math.max(...cell.split(separator).map((piece) => piece.length));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
