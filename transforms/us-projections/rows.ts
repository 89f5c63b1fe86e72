import type { ProjectedRow } from "../../sources/us-projections/projections-extract.ts";
import { refuseWords } from "../refuse-words.ts";
import type { TableContext } from "./table.ts";

/** Both are kept: groups of occupations, and the occupations that nothing is added up from. */
const TYPES = /^(?:summary|line item)$/i;

/** The rows, each code once. @throws DocumentError where a code stands there twice, with other words. */
export function distinctRows({ extract, remarks }: TableContext): ProjectedRow[] {
  const seen = new Map<string, ProjectedRow>();
  for (const row of extract.rows) {
    if (row.type !== null && !TYPES.test(row.type.text))
      refuseWords(extract, row.type, "“Summary” or “Line item”");
    const known = seen.get(row.code.text);
    if (known === undefined) seen.set(row.code.text, row);
    else if (wordsOf(known) !== wordsOf(row))
      refuseWords(extract, row.code, `each code once, or the words of ${known.code.at} again`);
    else
      remarks.push({
        rule: "repeated-row",
        locator: row.code.at,
        message: `${row.title.text} stands in the table twice, word by word.`,
      });
  }
  return [...seen.values()];
}

function wordsOf(row: ProjectedRow): string {
  return JSON.stringify(Object.values(row).map((cell) => cell?.text ?? null));
}
