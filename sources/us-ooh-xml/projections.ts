import { DocumentError } from "../reading/document-error.ts";
import { openPage } from "../reading/page.ts";
import { projectionsIn } from "../us-ooh/profile-tables.ts";
import type { FiguresExtract } from "./compilation-extract.ts";
import type { OccupationTexts } from "./occupation-texts.ts";

const PATH = "job_outlook/section_datatable";

/**
 * The projections table. The element holds HTML, not XML: bare `&`, odd attributes. Places are its XML path, then the
 * CSS path inside the HTML.
 */
export function projectionsFrom(texts: OccupationTexts, url: string): FiguresExtract["projections"] {
  const page = openPage({ url, mediaType: "text/html", body: Buffer.from(texts.html(PATH)) });
  try {
    const { rows, at, ...labels } = projectionsIn(page, page.one("table"));
    return { ...labels, rows: rows.map((row) => ({ ...row, at: `${PATH} ${row.at}` })), at: `${PATH} ${at}` };
  } catch (error) {
    if (!(error instanceof DocumentError)) throw error;
    const { locator, expected, found } = error;
    return texts.refuse(`${PATH} ${locator}`, expected, found);
  }
}
