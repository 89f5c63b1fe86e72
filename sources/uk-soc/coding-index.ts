import { utils } from "@e965/xlsx";
import { sheetLocator } from "../reading/sheet.ts";
import { fileNameOf, openWorkbook } from "../reading/workbook.ts";
import type { DocumentBytes, Reading } from "../source.ts";
import type { CodingIndexExtract } from "./coding-index-extract.ts";
import { FILE_SPEC_SHEET, readFileSpec } from "./file-spec.ts";
import { FRAMEWORK_SHEET, readFramework } from "./framework.ts";
import { readEntries } from "./index-entries.ts";
import { INDEX_SHEET, openIndexSheet } from "./index-sheet.ts";
import { ISCO_SHEET, readIscoFramework } from "./isco-framework.ts";
import { readSoc2010Groups } from "./soc2010-groups.ts";

/** The sheets that are read; “Information” and “Abbreviations” say nothing of occupations. */
const SHEETS = [FILE_SPEC_SHEET, INDEX_SHEET, FRAMEWORK_SHEET, ISCO_SHEET];

/** Reads volume 2, the coding index: job titles and the unit groups that they belong to, in three classifications. */
export function readCodingIndex({ url, body }: DocumentBytes): Reading<CodingIndexExtract> {
  const name = fileNameOf(url);
  const workbook = openWorkbook({ url, name, body, sheets: SHEETS });
  const { version, records } = readFileSpec(workbook);
  const index = openIndexSheet(workbook);
  const { sheet, column, firstRow, lastRow } = index;
  const count = lastRow - firstRow + 1;
  if (count !== records.count)
    sheet.refuse(lastRow, column.record, `${records.count} entries, as ${records.at} says`, `${count}`);
  const framework = readFramework(workbook);
  const groups = {
    soc2020: framework.groups,
    soc2010: readSoc2010Groups(index),
    isco08: readIscoFramework(workbook),
  };
  const { rows, contradictions, remarks } = readEntries(index, groups);
  const letter = (column: number) => utils.encode_col(column);
  return {
    extract: {
      url,
      version,
      soc2020: [...groups.soc2020.values()],
      soc2010: [...groups.soc2010.values()],
      isco08: [...groups.isco08.values()],
      entries: {
        sheet: sheetLocator(name, INDEX_SHEET),
        columns: {
          name: letter(column.name),
          additional: letter(column.additional),
          industry: letter(column.industry),
          soc2020: letter(column.soc2020),
          soc2010: letter(column.soc2010),
          isco08: letter(column.isco08),
        },
        firstRow: firstRow + 1,
        lastRow: lastRow + 1,
        rows,
        contradictions,
      },
    },
    remarks: [...index.remarks, ...framework.remarks, ...remarks],
  };
}
