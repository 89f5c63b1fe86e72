import { provisionalEdition } from "./cases.ts";
import { FIRST_ROW, type Grid, gridIn, type WrittenEdition, zipDocument } from "./written-edition.ts";

export const FILE_OF_14_7 = "PROV - Occupation SOC20 (4) Table 14.7a   Annual pay - Gross 2024.xlsx";
export const ALL = `'[${FILE_OF_14_7}]All'`;

/** The edition with one sheet changed. */
export function changed(
  change: (grid: Grid, edition: WrittenEdition) => void,
  table = "14.7a",
  sheet = "All",
) {
  const edition = provisionalEdition();
  change(gridIn(edition, table, sheet), edition);
  return zipDocument(edition);
}

export function put(
  row: number,
  column: number,
  value: string | number | null,
  table?: string,
  sheet?: string,
) {
  return changed(
    (grid) => {
      const cells = grid[row];
      if (cells === undefined) throw new Error(`There is no row ${row}.`);
      cells[column] = value;
    },
    table,
    sheet,
  );
}

export function swap(grid: Grid, one: number, other: number, from = FIRST_ROW, to = FIRST_ROW + 5): void {
  for (const row of grid.slice(from, to)) [row[one], row[other]] = [row[other] ?? null, row[one] ?? null];
}

export const rename = (from: string, to: string) => (_: Grid, edition: WrittenEdition) => {
  const sheets = edition.books.get("14.7a");
  if (sheets === undefined) throw new Error("There is no table 14.7a.");
  const renamed = [...sheets].map(([name, grid]) => [name === from ? to : name, grid] as const);
  edition.books.set("14.7a", new Map(renamed));
};
