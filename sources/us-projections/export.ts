import { utils } from "@e965/xlsx";
import { CsvError, parse } from "csv-parse/sync";
import { DocumentError } from "../reading/document-error.ts";
import { openSheet, type Sheet } from "../reading/sheet.ts";
import { textInUtf8 } from "../reading/utf8.ts";
import { fileNameOf } from "../reading/workbook.ts";
import type { DocumentBytes, Reading } from "../source.ts";
import { exportLayout } from "./columns.ts";
import { editionIn } from "./edition.ts";
import { openTable } from "./occupation-table.ts";
import { occupationsOf } from "./occupations.ts";
import type { ProjectionsExtract } from "./projections-extract.ts";

/**
 * The CSV export of the search page, which lists occupations without the groups. Since 2018–28 its header doesn't say that
 * the numbers are in thousands; the page does.
 */
export function readExport({ url, body }: DocumentBytes): Reading<ProjectionsExtract> {
  const sheet = openExport(url, body);
  const header = Array.from({ length: sheet.columnCount }, (_, column) => sheet.text(0, column)).join(" | ");
  const edition =
    editionIn(header) ??
    sheet.refuse(0, 0, "headers that name the first and the last year of one edition", header);
  const { openings, rows, remarks } = occupationsOf(openTable(sheet, [exportLayout(edition)]), undefined);
  return { extract: { url, ...edition, openings, rows: [...rows] }, remarks };
}

/** The rows as a spreadsheet shows them, so that a person finds a cell again. */
function openExport(url: string, body: Uint8Array): Sheet {
  const name = fileNameOf(url) || "export";
  const workbook = name.endsWith(".csv") ? name : `${name}.csv`;
  const sheet = utils.aoa_to_sheet(recordsOf(url, workbook, body), { dense: true });
  return openSheet({ url, workbook, name: workbook.slice(0, -".csv".length), sheet });
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
