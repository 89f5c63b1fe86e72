import type { Sheet } from "../reading/sheet.ts";
import { findTable } from "../reading/sheet-table.ts";
import type { DocumentBytes, Reading } from "../source.ts";
import { type ClassificationExtract, SOC_LEVELS, type SocGroup } from "./classification-extract.ts";
import { codeAt, isBlankRow, openClassification, quoteAt, titleAt } from "./classification-sheet.ts";

const COLUMNS = {
  level: /SOC Group/,
  code: /SOC Code/,
  title: /SOC Title/,
  definition: /SOC Definition/,
};

/** `soc_2018_definitions.xlsx`: the whole classification again, with a definition of each detailed occupation. */
export function readDefinitions(document: DocumentBytes): Reading<ClassificationExtract> {
  const sheet = openClassification(document, "2018 SOC");
  const { column, headerRow, remarks } = findTable(sheet, { headerRows: 1, columns: COLUMNS });
  const groups: SocGroup[] = [];
  for (let row = headerRow + 1; row < sheet.rowCount; row++)
    if (!isBlankRow(sheet, row)) groups.push(groupAt(sheet, row, column));
  return { extract: { url: document.url, groups }, remarks };
}

function groupAt(
  sheet: Sheet,
  row: number,
  column: Readonly<Record<keyof typeof COLUMNS, number>>,
): SocGroup {
  const level = SOC_LEVELS.find((known) => known === sheet.text(row, column.level).toLowerCase());
  if (level === undefined)
    return sheet.refuse(row, column.level, "a level (Major, Minor, Broad or Detailed)");
  const definition = quoteAt(sheet, row, column.definition);
  // Only detailed occupations are defined; a group is the occupations below it.
  if ((definition.text === "") !== (level !== "detailed"))
    return sheet.refuse(row, column.definition, `${level === "detailed" ? "a" : "no"} definition`);
  if (level === "detailed" && !isDefinition(definition.text))
    return sheet.refuse(row, column.definition, "a definition: sentences, where a title is a name");
  return {
    level,
    code: codeAt(sheet, row, column.code),
    title: titleAt(sheet, row, column.title),
    definition: definition.text === "" ? null : definition,
  };
}

/**
 * A definition is sentences with a stop; a title that has slipped into its column has none. 35-3023 ends in a comma,
 * 51-3099 without the stop that its like ("All woodworkers not listed separately.") have.
 */
function isDefinition(text: string): boolean {
  return /^[A-Z].*(?:[.,]|not listed separately)$/s.test(text);
}
