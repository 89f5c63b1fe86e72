import { openCsv } from "../reading/csv.ts";
import type { Sheet } from "../reading/sheet.ts";
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

function openExport(url: string, body: Uint8Array): Sheet {
  const name = fileNameOf(url) || "export";
  return openCsv(url, name.endsWith(".csv") ? name : `${name}.csv`, body);
}
