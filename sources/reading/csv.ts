import { utils } from "@e965/xlsx";
import { CsvError, parse } from "csv-parse/sync";
import { DocumentError } from "./document-error.ts";
import { openSheet, type Sheet } from "./sheet.ts";
import { textInUtf8 } from "./utf8.ts";

/**
 * The rows of a CSV file as a spreadsheet shows them, so that a person finds a cell again: `[export.csv]export!B2`.
 *
 * @throws DocumentError where the bytes are not UTF-8, or the rows are not as long as one another.
 */
export function openCsv(url: string, file: string, body: Uint8Array): Sheet {
  const sheet = utils.aoa_to_sheet(recordsOf(url, file, body), { dense: true });
  return openSheet({ url, workbook: file, name: file.replace(/\.csv$/, ""), sheet });
}

function recordsOf(url: string, name: string, body: Uint8Array): string[][] {
  const locator = `[${name}]`;
  const text = textInUtf8(url, body, locator);
  try {
    return parse(text, { skipEmptyLines: true });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new DocumentError({ url, locator, expected: "rows of as many cells each", found: error.message });
  }
}
