import type { Sheet } from "../reading/sheet.ts";
import { findTable } from "../reading/sheet-table.ts";
import { fileNameOf, openWorkbook } from "../reading/workbook.ts";
import type { DocumentBytes, Reading, Remark } from "../source.ts";
import type { CodedTitle, IscoExtract, IscoPair } from "./crosswalk-extract.ts";
import { codedTitleAt, ISCO_CODE, isBlankRow, SOC_CODE } from "./crosswalk-row.ts";

const BY_SOC = "2010 SOC to ISCO-08";
const BY_ISCO = "ISCO-08 to 2010 SOC";

const LAYOUT = {
  headerRows: 1,
  columns: {
    soc: /2010 SOC Code/,
    socTitle: /2010 SOC Title/,
    isco: /ISCO-08 Code/,
    iscoTitle: /ISCO-08 Title EN/,
    part: /part/,
  },
  // Notes of the publisher to itself on eighteen rows, such as “recommended match 8/18/11”.
  ignored: [/Comment [\d/]+/],
};

type Line = {
  readonly row: number;
  readonly soc2010: CodedTitle;
  readonly isco08: CodedTitle;
  /** `*`: only a part of the occupation by which the sheet is sorted. */
  readonly part: { readonly text: string; readonly at: string } | null;
};

type Listed = {
  readonly sheet: Sheet;
  readonly lines: ReadonlyMap<string, Line>;
  readonly remarks: readonly Remark[];
};

/** `isco_soc_crosswalk.xls`: the same pairs twice, sorted by either classification, each with a mark of its own. */
export function readIsco({ url, body }: DocumentBytes): Reading<IscoExtract> {
  const workbook = openWorkbook({ url, name: fileNameOf(url), body });
  const bySoc = linesOf(workbook.sheet(BY_SOC));
  const byIsco = linesOf(workbook.sheet(BY_ISCO));
  refuseUnlessIn(byIsco, bySoc);
  refuseUnlessIn(bySoc, byIsco);
  const pairs = [...bySoc.lines].map(
    ([key, { soc2010, isco08, part }]): IscoPair => ({
      ...{ soc2010, isco08, partOfSoc: part },
      partOfIsco: byIsco.lines.get(key)?.part ?? null,
    }),
  );
  return { extract: { url, pairs }, remarks: [...bySoc.remarks, ...byIsco.remarks] };
}

function linesOf(sheet: Sheet): Listed {
  const { column, headerRow, remarks } = findTable(sheet, LAYOUT);
  const lines = new Map<string, Line>();
  for (let row = headerRow + 1; row < sheet.rowCount; row++) {
    if (isBlankRow(sheet, row)) continue;
    const soc2010 = codedTitleAt(sheet, row, { code: column.soc, title: column.socTitle }, SOC_CODE);
    const isco08 = codedTitleAt(sheet, row, { code: column.isco, title: column.iscoTitle }, ISCO_CODE);
    const key = `${soc2010.code.text} ${isco08.code.text}`;
    if (lines.has(key)) sheet.refuse(row, column.isco, "a pair that no row above has", `“${key}” again`);
    lines.set(key, { row, soc2010, isco08, part: markAt(sheet, row, column.part) });
  }
  return { sheet, lines, remarks };
}

function markAt(sheet: Sheet, row: number, column: number) {
  const text = sheet.text(row, column);
  if (text === "") return null;
  return text === "*" ? { text, at: sheet.at(row, column) } : sheet.refuse(row, column, "“*” or nothing");
}

/** Both sheets must tell the same pairs, under the same titles. */
function refuseUnlessIn({ sheet, lines }: Listed, other: Listed): void {
  for (const [key, { row, soc2010, isco08 }] of lines) {
    const same = other.lines.get(key);
    const words = `“${key}”`;
    if (same === undefined)
      sheet.refuse(row, 0, `a pair that the sheet “${other.sheet.name}” has too`, words);
    else if (titlesOf(same) !== titlesOf({ soc2010, isco08 }))
      sheet.refuse(row, 0, `the titles of the sheet “${other.sheet.name}” (${titlesOf(same)})`, words);
  }
}

function titlesOf({ soc2010, isco08 }: Pick<Line, "soc2010" | "isco08">): string {
  return `${soc2010.title.text}; ${isco08.title.text}`;
}
