import { DocumentError } from "../reading/document-error.ts";
import { openZip } from "../reading/zip.ts";
import type { DocumentBytes, Reading } from "../source.ts";
import type { ProjectionsExtract } from "./projections-extract.ts";
import { readProjections } from "./workbook.ts";

const WORKBOOK = "occupation.xlsx";

/** `projections-archive/2014-24.zip`: all workbooks of an older edition, that of the occupations among them. */
export function readArchive({ url, body }: DocumentBytes): Reading<ProjectionsExtract> {
  const { members } = openZip(body, url);
  const [only, ...others] = members.filter(({ name }) => name.toLowerCase() === WORKBOOK);
  if (only !== undefined && others.length === 0)
    return readProjections({ url, name: only.name, body: only.read() });
  throw new DocumentError({
    url,
    locator: "the whole archive",
    expected: `one member ${WORKBOOK}`,
    found: members.map(({ name }) => name).join(", "),
  });
}
