import type { Sheet } from "../reading/sheet.ts";
import { findTable } from "../reading/sheet-table.ts";
import type { Workbook } from "../reading/workbook.ts";
import type { Remark } from "../source.ts";

export const INDEX_SHEET = "SOC2020 coding index";

const COLUMNS = {
  record: /RECNO/,
  soc2010: /SOC_2010/,
  soc2020: /SOC_2020/,
  extended: /SOC_2020_ext/,
  additional: /ADD/,
  industry: /IND/,
  see: /SEE/,
  isco08: /ISCO-08 code based on SOC2020/,
  title2010: /SOC2010_unit_group_title/,
  title2020: /SOC2020_unit_group_title/,
  titleIsco: /ISCO08_unit_group_title/,
  name: /INDEXOCC_-_natural_word_order/,
};

/** Left out on purpose: README.md says why. */
const IGNORED = [
  /UNIQUE ID/,
  /D/,
  /SOC_90/,
  /SOC_2000/,
  /INDEXOCC/,
  /VERSNO/,
  /CHANGE/,
  /SOC90_unit_group_title/,
  /SOC2000_unit_group_title/,
  /SOC2020_ext_SUG_title/,
];

export type IndexColumn = keyof typeof COLUMNS;

/** The sheet of the entries, and where its columns stand. Rows count from 0; the last has an entry. */
export type IndexSheet = {
  readonly sheet: Sheet;
  readonly column: Readonly<Record<IndexColumn, number>>;
  readonly firstRow: number;
  readonly lastRow: number;
  readonly remarks: readonly Remark[];
};

/** @throws DocumentError where the entries are not numbered from 1 on, row by row */
export function openIndexSheet(workbook: Workbook): IndexSheet {
  const sheet = workbook.sheet(INDEX_SHEET);
  const { column, headerRow, remarks } = findTable(sheet, {
    headerRows: 1,
    columns: COLUMNS,
    ignored: IGNORED,
  });
  const isBlank = (row: number) => Object.values(column).every((at) => sheet.value(row, at) === undefined);
  let lastRow = sheet.rowCount - 1;
  while (lastRow > headerRow && isBlank(lastRow)) lastRow--;
  for (let row = headerRow + 1; row <= lastRow; row++)
    if (sheet.value(row, column.record) !== row - headerRow)
      sheet.refuse(row, column.record, `the record number ${row - headerRow}`);
  return { sheet, column, firstRow: headerRow + 1, lastRow, remarks };
}
