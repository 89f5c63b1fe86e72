import { findTable } from "../reading/sheet-table.ts";
import { fileNameOf, openWorkbook } from "../reading/workbook.ts";
import type { DocumentBytes, Reading, Remark } from "../source.ts";
import type { EditionPair, EditionsExtract } from "./crosswalk-extract.ts";
import { codedTitleAt, isBlankRow, SOC_CODE } from "./crosswalk-row.ts";

const SHEET = "Sorted by 2010";

const COLUMNS = {
  code2010: /2010 SOC Code/,
  title2010: /2010 SOC Title/,
  code2018: /2018 SOC Code/,
  title2018: /2018 SOC Title/,
};

/** `soc_2010_to_2018_crosswalk.xlsx`: a row for each pair, and notes above the table on what its repetitions mean. */
export function readEditions({ url, body }: DocumentBytes): Reading<EditionsExtract> {
  const name = fileNameOf(url);
  const workbook = openWorkbook({ url, name, body });
  const sheet = workbook.sheet(SHEET);
  const { column, headerRow, remarks } = findTable(sheet, { headerRows: 1, columns: COLUMNS });
  const pairs: EditionPair[] = [];
  const seen = new Set<string>();
  for (let row = headerRow + 1; row < sheet.rowCount; row++) {
    if (isBlankRow(sheet, row)) continue;
    const pair = {
      soc2010: codedTitleAt(sheet, row, { code: column.code2010, title: column.title2010 }, SOC_CODE),
      soc2018: codedTitleAt(sheet, row, { code: column.code2018, title: column.title2018 }, SOC_CODE),
    };
    const key = `${pair.soc2010.code.text} ${pair.soc2018.code.text}`;
    if (seen.has(key)) sheet.refuse(row, column.code2018, "a pair that no row above has", `“${key}” again`);
    seen.add(key);
    pairs.push(pair);
  }
  return { extract: { url, pairs }, remarks: [...remarks, ...otherSheets(name, workbook.sheetNames)] };
}

function otherSheets(workbook: string, names: readonly string[]): Remark[] {
  return names
    .filter((name) => name !== SHEET)
    .map((name) => ({
      rule: "new-sheet",
      locator: `[${workbook}]${name}`,
      message: `The sheet “${name}” is not read.`,
    }));
}
