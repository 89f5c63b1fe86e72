import { CFB, read, type WorkBook } from "@e965/xlsx";
import { DocumentError, quoted } from "./document-error.ts";
import { openSheet, type Sheet } from "./sheet.ts";
import { openZip } from "./zip.ts";

/** A spreadsheet workbook under strict reading, `.xlsx`, `.xlsm` or `.xls`. */
export type Workbook = {
  /** File name, as it stands in locators. */
  readonly name: string;
  /** All sheets in their order, hidden ones too. */
  readonly sheetNames: readonly string[];
  /** @throws DocumentError where the workbook has no sheet of that name. */
  readonly sheet: (name: string) => Sheet;
};

export type WorkbookFile = {
  /** The document that the workbook is, or is a member of. */
  readonly url: string;
  readonly name: string;
  readonly body: Uint8Array;
  /** The sheets that are read; others cost no time. Without it, all. */
  readonly sheets?: readonly string[];
};

const ZIP = [0x50, 0x4b, 0x03, 0x04];
const COMPOUND_FILE = [0xd0, 0xcf, 0x11, 0xe0];

/** Nothing but the values of cells: no texts as formatted, no formulas, no styles. */
const VALUES_ONLY = {
  dense: true,
  cellText: false,
  cellFormula: false,
  cellHTML: false,
  cellNF: false,
  cellStyles: false,
  bookVBA: false,
} as const;

/** @throws DocumentError where the bytes are no whole workbook. */
export function openWorkbook({ url, name, body, sheets }: WorkbookFile): Workbook {
  refuseUnlessWhole(body, url, name);
  const book = parse(body, url, name, sheets);
  return {
    name,
    sheetNames: book.SheetNames,
    sheet: (wanted) => {
      const sheet = book.SheetNames.includes(wanted) ? book.Sheets[wanted] : undefined;
      if (sheet !== undefined) return openSheet({ url, workbook: name, name: wanted, sheet });
      const found = book.SheetNames.map((sheet) => `“${sheet}”`).join(", ");
      throw new DocumentError({ url, locator: `[${name}]`, expected: `a sheet “${wanted}”`, found });
    },
  };
}

/** `…?uri=/a/b/table.xlsx` and `…/table.xlsx` → `table.xlsx` */
export function fileNameOf(url: string): string {
  const { pathname, searchParams } = new URL(url);
  const path = searchParams.get("uri") ?? decodeURIComponent(pathname);
  return path.slice(path.lastIndexOf("/") + 1);
}

/** The library takes any text for a table: a workbook is known by its first bytes, and that it is whole by its parts. */
function refuseUnlessWhole(body: Uint8Array, url: string, name: string): void {
  const locator = `[${name}]`;
  const begins = (signature: readonly number[]) => signature.every((byte, index) => body[index] === byte);
  if (begins(ZIP)) for (const member of openZip(body, url, locator).members) member.read();
  else if (begins(COMPOUND_FILE)) {
    if (!isWholeCompoundFile(body))
      throw new DocumentError({ url, locator, expected: "a whole workbook", found: "a damaged file" });
  } else {
    const found = quoted(Buffer.from(body.subarray(0, 60)).toString("latin1"));
    throw new DocumentError({ url, locator, expected: "a workbook", found });
  }
}

type CompoundFile = {
  readonly FileIndex: readonly {
    readonly name: string;
    readonly size: number;
    readonly content: Uint8Array;
  }[];
};

/** The workbook of an `.xls` file is a stream in it, as long as its directory says. */
function isWholeCompoundFile(body: Uint8Array): boolean {
  try {
    const { FileIndex } = CFB.read(body, { type: "buffer" }) as CompoundFile;
    const workbook = FileIndex.find(({ name }) => name === "Workbook" || name === "Book");
    return workbook !== undefined && workbook.content.length === workbook.size;
  } catch {
    return false;
  }
}

function parse(body: Uint8Array, url: string, name: string, sheets: readonly string[] | undefined): WorkBook {
  try {
    const wanted = sheets === undefined ? {} : { sheets: [...sheets] };
    return read(body, { type: "buffer", ...VALUES_ONLY, ...wanted });
  } catch (error) {
    const found = `one that cannot be read (${error instanceof Error ? error.message : String(error)})`;
    throw new DocumentError({ url, locator: `[${name}]`, expected: "a whole workbook", found });
  }
}
