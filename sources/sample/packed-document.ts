import { readdir, readFile, stat } from "node:fs/promises";
import { extname, join, relative, sep } from "node:path";
import { type BookType, utils, write } from "@e965/xlsx";
import AdmZip from "adm-zip";

/** A workbook as text: its sheets in their order, row by row; `null` is a blank cell. */
type WrittenWorkbook = {
  readonly sheets: Readonly<Record<string, readonly (readonly (string | number | null)[])[]>>;
};

const BOOK_TYPES: Readonly<Record<string, BookType>> = { ".xlsx": "xlsx", ".xlsm": "xlsm", ".xls": "biff8" };

/** The same text gives the same bytes, whenever it is packed. */
const MEMBER_TIME = new Date("2025-08-28T12:00:00");

/**
 * Documents that are no text are kept as text, which people can read, compare and correct: `table.xlsx.json` is the
 * workbook `table.xlsx`, a folder `tables.zip` is the zip archive of what it holds, folders in it too.
 *
 * @returns `undefined` where nothing of the kind is kept for the path.
 */
export async function packDocument(path: string): Promise<Buffer | undefined> {
  if (extname(path) === ".zip") return (await isFolder(path)) ? packZip(path) : undefined;
  const bookType = BOOK_TYPES[extname(path)];
  const text = bookType && (await readFile(`${path}.json`, "utf8").catch(() => undefined));
  return text === undefined || bookType === undefined ? undefined : packWorkbook(JSON.parse(text), bookType);
}

async function isFolder(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined))?.isDirectory() ?? false;
}

function packWorkbook({ sheets }: WrittenWorkbook, bookType: BookType): Buffer {
  const workbook = utils.book_new();
  for (const [name, rows] of Object.entries(sheets))
    utils.book_append_sheet(workbook, utils.aoa_to_sheet(rows.map((row) => [...row])), name);
  return write(workbook, { type: "buffer", bookType, compression: true });
}

async function packZip(folder: string): Promise<Buffer> {
  const zip = new AdmZip();
  for (const file of await filesIn(folder)) {
    const name = file.replace(/\.json$/, "");
    const path = join(folder, name);
    zip.addFile(name, (await packDocument(path)) ?? (await readFile(path)));
  }
  for (const { header } of zip.getEntries()) header.time = MEMBER_TIME;
  return zip.toBuffer();
}

/** As an archive names them: `oesm24nat/national_M2024_dl.xlsx.json`. */
async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => relative(folder, join(parentPath, name)).replaceAll(sep, "/"))
    .sort();
}
