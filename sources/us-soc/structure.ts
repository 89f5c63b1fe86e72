import type { Sheet } from "../reading/sheet.ts";
import { findTable } from "../reading/sheet-table.ts";
import type { DocumentBytes, Reading } from "../source.ts";
import { type ClassificationExtract, SOC_LEVELS, type SocGroup } from "./classification-extract.ts";
import { codeAt, isBlankRow, openClassification, titleAt } from "./classification-sheet.ts";

const CODE_COLUMNS = {
  major: /Major Group/,
  minor: /Minor Group/,
  broad: /Broad (?:Group|Occupation)/,
  detailed: /Detailed Occupation/,
};

/** `soc_structure_2018.xlsx`: a column of codes for each level; the titles stand in the one after, which has no header. */
export function readStructure(document: DocumentBytes): Reading<ClassificationExtract> {
  const sheet = openClassification(document, "2018 Structure");
  const { column, headerRow, remarks } = findTable(sheet, { headerRows: 1, columns: CODE_COLUMNS });
  const groups: SocGroup[] = [];
  for (let row = headerRow + 1; row < sheet.rowCount; row++)
    if (!isBlankRow(sheet, row)) groups.push(groupAt(sheet, row, column));
  return { extract: { url: document.url, groups }, remarks };
}

function groupAt(sheet: Sheet, row: number, column: Readonly<Record<keyof typeof CODE_COLUMNS, number>>) {
  const filled = SOC_LEVELS.filter((level) => sheet.text(row, column[level]) !== "");
  const [level, ...others] = filled;
  if (level === undefined || others.length > 0)
    return sheet.refuse(row, 0, "a code in one of the four columns", `${filled.length} codes`);
  return {
    level,
    code: codeAt(sheet, row, column[level]),
    title: titleAt(sheet, row, column.detailed + 1),
    definition: null,
  };
}
