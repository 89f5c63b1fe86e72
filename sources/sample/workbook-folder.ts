import { readdir, readFile, stat } from "node:fs/promises";
import { basename, extname, join } from "node:path";
import { type BookType, utils, write } from "@e965/xlsx";
import AdmZip from "adm-zip";
import { parse } from "csv-parse/sync";

const BOOK_TYPES: Readonly<Record<string, BookType>> = { ".xlsx": "xlsx", ".xlsm": "xlsm", ".xls": "biff8" };

/** The same folder gives the same bytes, whenever it is packed. */
const MEMBER_TIME = new Date("2025-08-28T12:00:00");

/**
 * Documents that are no text are kept as folders of text, which people can read, compare and correct: a folder
 * `table.xlsx` holds a CSV file for each sheet (`1 Notes.csv`, `2 All.csv`: the number gives the order), a folder
 * `tables.zip` the files and workbook folders that it packs.
 *
 * @returns `undefined` where the path is no such folder.
 */
export async function packFolder(path: string): Promise<Buffer | undefined> {
  const isFolder = (await stat(path).catch(() => undefined))?.isDirectory() ?? false;
  if (!isFolder) return undefined;
  const bookType = BOOK_TYPES[extname(path)];
  if (bookType !== undefined) return packWorkbook(path, bookType);
  return extname(path) === ".zip" ? packZip(path) : undefined;
}

async function packWorkbook(folder: string, bookType: BookType): Promise<Buffer> {
  const workbook = utils.book_new();
  for (const file of await filesIn(folder)) {
    const rows: string[][] = parse(await readFile(join(folder, file)), { relaxColumnCount: true, bom: true });
    const sheet = utils.aoa_to_sheet(rows.map((row) => row.map(cellOf)));
    utils.book_append_sheet(workbook, sheet, basename(file, ".csv").replace(/^\d+ /, ""));
  }
  return write(workbook, { type: "buffer", bookType, compression: true });
}

/** `12.5` is a number, `'12.5` are words; nothing is an empty cell. */
function cellOf(words: string): string | number | null {
  if (words === "") return null;
  if (words.startsWith("'")) return words.slice(1);
  return /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/.test(words) ? Number(words) : words;
}

async function packZip(folder: string): Promise<Buffer> {
  const zip = new AdmZip();
  for (const name of await filesIn(folder)) {
    const path = join(folder, name);
    zip.addFile(name, (await packFolder(path)) ?? (await readFile(path)));
  }
  for (const { header } of zip.getEntries()) header.time = MEMBER_TIME;
  return zip.toBuffer();
}

async function filesIn(folder: string): Promise<string[]> {
  const names = await readdir(folder);
  return names.sort((one, other) => one.localeCompare(other, "en", { numeric: true }));
}
