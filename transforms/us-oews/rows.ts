import type { OewsRow } from "../../sources/us-oews/oews-extract.ts";
import { codeOf, industryOf, refuse, type Survey } from "./survey.ts";

/**
 * The rows of a workbook, one for each occupation and industry. Where the survey no longer tells the parts of a broad
 * occupation apart, it prints that code twice, as broad and as detailed: one occupation with the same figures, of which the
 * detailed row is kept.
 *
 * @throws DocumentError where a code stands in two rows that are not such a pair
 */
export function rowsOf(survey: Survey): OewsRow[] {
  const { rows, occupations } = survey.words;
  const places = new Map<number, number>();
  const kept: OewsRow[] = [];
  for (const row of rows) {
    const key = row.industry * occupations.length + row.occupation;
    const place = places.get(key);
    const known = place === undefined ? undefined : kept[place];
    if (place === undefined || known === undefined) {
      places.set(key, kept.length);
      kept.push(row);
    } else kept[place] = detailedOf(survey, known, row);
  }
  return kept;
}

function detailedOf(survey: Survey, one: OewsRow, other: OewsRow): OewsRow {
  const detailed = [one, other].filter(({ group }) => group === "detailed");
  const broad = [one, other].filter(({ group }) => group === "broad");
  const [kept] = detailed;
  if (kept === undefined || broad.length !== 1)
    return refuse(
      survey,
      other,
      "occupation",
      `one row for each occupation in an industry, or a broad and a detailed one`,
      `${codeOf(survey, other)} in industry ${industryOf(survey, other).code}, ${other.group}, after row ${one.row}, ${one.group}`,
    );
  for (const [index, cell] of one.cells.entries())
    if (cell !== other.cells[index])
      refuse(
        survey,
        other,
        "group",
        `the figures of row ${one.row}, which is about the same occupation`,
        `${other.cells[index] ?? "nothing"} for ${cell ?? "nothing"}`,
      );
  return kept;
}
