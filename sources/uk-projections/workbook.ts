import type { Quote } from "../reading/page.ts";
import { quoteIn } from "../reading/quote-in.ts";
import type { SaidCell, Sheet } from "../reading/sheet.ts";
import { fileNameOf, openWorkbook } from "../reading/workbook.ts";
import type { DocumentBytes, Reading, Remark } from "../source.ts";
import { type Block, findBlocks } from "./blocks.ts";
import { figuresIn } from "./figures.ts";
import type { WorkbookExtract } from "./workbook-extract.ts";

/** What the workbook is about, what it asks for, and the one table that is read: hidden sheets hold broken formulas. */
const SHEETS = { about: "Info", warning: "Warning", table: "Occ T2" };

const YEAR = /^\d{4}$/;
const SPAN = /^\d{4}-\d{4}$/;
const NET_CHANGE = /^\d{4}-\d{4} Net Change$/;

/** Read by nobody: replacement demand and the requirement are totals of the whole period, no openings a year. */
const IGNORED = /^(?:Replacement Demand|Total Requirement)$/;

/** Reads the main tables of the labour market and skills projections. */
export function readWorkbook({ url, body }: DocumentBytes): Reading<WorkbookExtract> {
  const name = fileNameOf(url);
  const workbook = openWorkbook({ url, name, body, sheets: Object.values(SHEETS) });
  const about = workbook.sheet(SHEETS.about);
  const sheet = workbook.sheet(SHEETS.table);
  const rule = workbook
    .sheet(SHEETS.warning)
    .cellSaying(/PUBLISHED DATA: Ideally, a minimum of [\d,]+ individuals per cell/);
  const blocks = findBlocks(sheet);
  const block = (label: string): Block =>
    blocks.get(label) ?? sheet.refuse(0, 0, `a block “${label}”`, [...blocks.keys()].join(", ") || "none");
  const [levels, shares, changes] = [block("Levels (000s)"), block("Shares (%)"), block("Change (000s)")];
  const base = baseYearOf(sheet, levels);
  return {
    extract: {
      url,
      country: besideLabel(about, /Country name/),
      scenario: besideLabel(about, /Scenario/),
      rule: quoteOf(rule),
      size: quoteOf(sheet.cellSaying(/\d+ Occupations/)),
      levels: figuresIn(
        sheet,
        levels,
        (words) => (YEAR.test(words) && words >= base) || NET_CHANGE.test(words),
      ),
      shares: figuresIn(sheet, shares, (words) => NET_CHANGE.test(words)),
      changes: figuresIn(sheet, changes, (words) => SPAN.test(words) && words.startsWith(base)),
    },
    remarks: [levels, shares, changes].flatMap((block) => unread(sheet, block)),
  };
}

/** The year that the projections start from: years before it are history. */
function baseYearOf(sheet: Sheet, { label, columns }: Block): string {
  const change = columns.find(({ words }) => NET_CHANGE.test(words));
  const found = columns.map(({ words }) => `“${words}”`).join(", ") || "no columns";
  return (
    change?.words.slice(0, 4) ?? sheet.refuse(label.row, label.column, "a column of the net change", found)
  );
}

function quoteOf({ text, at }: SaidCell): Quote {
  return { text, at };
}

/** The words to the right of a label. */
function besideLabel(sheet: Sheet, label: RegExp): Quote {
  const { row, column } = sheet.cellSaying(label);
  return quoteIn(sheet, row, column + 1);
}

function unread(sheet: Sheet, { label, columns }: Block): Remark[] {
  return columns
    .filter(({ words }) => ![YEAR, SPAN, NET_CHANGE, IGNORED].some((known) => known.test(words)))
    .map(({ words, column }) => ({
      rule: "new-column",
      locator: sheet.at(label.row, column),
      message: `The column “${words}” of the block “${label.text}” is not read.`,
    }));
}
