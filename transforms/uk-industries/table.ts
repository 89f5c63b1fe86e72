import type {
  IndustriesExtract,
  IndustryCell,
  IndustryYear,
  Section,
  UnitGroup,
} from "../../sources/uk-industries/industries-extract.ts";

/** One cell of the table: how many of a unit group work in a section. */
export type PlacedCell = {
  readonly section: Section;
  readonly cell: IndustryCell;
  /** `[workbook.xlsx]2024!C9` */
  readonly at: string;
};

/** One unit group in one year, in the order of the sections. */
export type YearRow = {
  readonly year: string;
  readonly occupation: UnitGroup;
  readonly cells: readonly PlacedCell[];
  /** `[workbook.xlsx]2024!C9:U9` */
  readonly at: string;
};

export function yearRows({ occupations, sections, years }: IndustriesExtract): YearRow[] {
  return years.flatMap((year) =>
    occupations.map((occupation, index) => {
      const cells = (year.cells[index] ?? []).flatMap((cell, column) => {
        const section = sections[column];
        return section === undefined ? [] : [{ section, cell, at: cellAt(year, column, year.rows[index]) }];
      });
      return { year: year.year, occupation, cells, at: rangeAt(year, year.rows[index]) };
    }),
  );
}

export function unitGroupId({ code }: UnitGroup): string {
  return `uk-soc-2020/${code}`;
}

export function industryId({ letter }: Section): string {
  return `sic-2007/${letter}`;
}

export function cellAt({ at, letters }: IndustryYear, column: number, row: number | undefined): string {
  return `${at}!${letters[column]}${row}`;
}

/** All sections of a row, from the first column of the sheet to the last. */
function rangeAt({ at, letters }: IndustryYear, row: number | undefined): string {
  const sorted = [...letters].sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
  return `${at}!${sorted[0]}${row}:${sorted.at(-1)}${row}`;
}
