import { quoteIn } from "../reading/quote-in.ts";
import type { Sheet } from "../reading/sheet.ts";
import { findTable } from "../reading/sheet-table.ts";
import { fold } from "../reading/text.ts";
import { fileNameOf, openWorkbook } from "../reading/workbook.ts";
import type { DocumentBytes, Reading } from "../source.ts";
import { FRAMEWORK_SHEET, readFramework } from "./framework.ts";
import { type Groups, isSameTitle } from "./group.ts";
import { codeIn, LEVEL_COLUMNS, wordsIn } from "./level-columns.ts";
import type { DescribedGroup, StructureExtract } from "./structure-extract.ts";

const DESCRIPTIONS_SHEET = "SOC2020 descriptions";

const COLUMNS = {
  ...LEVEL_COLUMNS,
  title: /SOC ?2020 Group Title/,
  description: /Group Description/,
  entryRoutes: /Typical Entry Routes And Associated Qualifications/,
  tasks: /Tasks/,
  jobTitles: /Related Job Titles/,
};

type Columns = Readonly<Record<keyof typeof COLUMNS, number>>;

/** Reads volume 1. The sheet of descriptions and the framework must list the same groups, by the same titles. */
export function readStructure({ url, body }: DocumentBytes): Reading<StructureExtract> {
  const name = fileNameOf(url);
  const workbook = openWorkbook({ url, name, body, sheets: [DESCRIPTIONS_SHEET, FRAMEWORK_SHEET] });
  const sheet = workbook.sheet(DESCRIPTIONS_SHEET);
  const framework = readFramework(workbook);
  // The column of the groups within a group repeats, as a list, the titles of the rows below.
  const ignored = [/Groups Classified Within Sub-Groups/];
  const { column, headerRow, remarks } = findTable(sheet, { headerRows: 1, columns: COLUMNS, ignored });
  const described = new Map<string, DescribedGroup>();
  for (let row = headerRow + 1; row < sheet.rowCount; row++) {
    const found = codeIn(sheet, row, column);
    if (found === undefined) {
      refuseUnlessBlank(sheet, row, column);
      continue;
    }
    const known = framework.groups.get(found.code);
    if (known === undefined)
      return sheet.refuse(row, found.column, `a group that “${FRAMEWORK_SHEET}” lists`);
    if (described.has(found.code)) sheet.refuse(row, found.column, `the group ${found.code} once`);
    const group = groupIn(sheet, row, found, column);
    if (!isSameTitle(group.title.text, known.title.text))
      sheet.refuse(row, column.title, `the title “${known.title.text}”, as ${known.title.at} says`);
    described.set(found.code, group);
  }
  refuseMissing(sheet, framework.groups, described);
  return {
    extract: { url, groups: [...described.values()] },
    remarks: [...remarks, ...framework.remarks],
  };
}

function groupIn(
  sheet: Sheet,
  row: number,
  { code, column }: { readonly code: string; readonly column: number },
  columns: Columns,
): DescribedGroup {
  const words = (name: "title" | "description" | "entryRoutes") => {
    const text = wordsIn(sheet, row, columns[name]);
    return text === ""
      ? sheet.refuse(row, columns[name], `words in the row of the group ${code}`)
      : quoteIn(sheet, row, columns[name], text);
  };
  const isUnit = column === columns.unit;
  if (!isUnit)
    for (const name of ["entryRoutes", "tasks", "jobTitles"] as const)
      if (wordsIn(sheet, row, columns[name]) !== "")
        sheet.refuse(row, columns[name], `nothing in the row of ${code}, which is no unit group`);
  return {
    code: quoteIn(sheet, row, column, code),
    title: words("title"),
    description: words("description"),
    unit: isUnit
      ? {
          entryRoutes: words("entryRoutes"),
          tasks: itemsIn(sheet, row, columns.tasks),
          jobTitles: itemsIn(sheet, row, columns.jobTitles),
        }
      : null,
  };
}

/** A list in a cell: each item begins with `~`; white space around and within it is stray. */
function itemsIn(sheet: Sheet, row: number, column: number): { items: string[]; at: string } {
  const [before, ...items] = String(sheet.value(row, column) ?? "")
    .split("~")
    .map(fold);
  if (before !== "" || items.length === 0 || items.includes(""))
    sheet.refuse(row, column, "items, each after a “~”");
  return { items, at: sheet.at(row, column) };
}

function refuseUnlessBlank(sheet: Sheet, row: number, columns: Columns): void {
  for (const column of Object.values(columns))
    if (wordsIn(sheet, row, column) !== "") sheet.refuse(row, column, "nothing in a row without a code");
}

function refuseMissing(sheet: Sheet, framework: Groups, described: ReadonlyMap<string, unknown>): void {
  for (const { code, title } of framework.values())
    if (!described.has(code.text))
      sheet.refuse(sheet.rowCount, 0, `the group ${code.text} (${title.text}), as ${code.at} says`, "none");
}
