import { DocumentError } from "../../sources/reading/document-error.ts";
import type { IndustriesExtract } from "../../sources/uk-industries/industries-extract.ts";
import { isOnlyIn } from "../wording/uk-soc-editions.ts";
import { cellAt } from "./table.ts";

/** @throws DocumentError where a code is one of the classification before SOC 2020 */
export function refuseOtherCodes({ url, occupations }: IndustriesExtract): void {
  const other = occupations.find(({ code }) => isOnlyIn("uk-soc-2010", code));
  if (other === undefined) return;
  throw new DocumentError({
    url,
    locator: other.at,
    expected: "a unit group of SOC 2020",
    found: `${other.code}, which only SOC 2010 has`,
  });
}

/**
 * What is told of a section is no more than its total; where nothing is hidden or missing, it is the total. Each number is
 * rounded on its own.
 *
 * @throws DocumentError
 */
export function refuseOverTotals({ url, sections, years }: IndustriesExtract): void {
  for (const year of years)
    for (const [column, { letter }] of sections.entries()) {
      const cells = year.cells.map((row) => row[column]);
      const told = cells.filter((cell) => typeof cell === "number");
      const sum = told.reduce((all, persons) => all + persons, 0);
      const total = year.totals.cells[column] ?? 0;
      const rounding = (told.length + 1) / 2;
      const isWhole = !cells.includes("*");
      if (sum <= total + rounding && (!isWhole || sum >= total - rounding)) continue;
      throw new DocumentError({
        url,
        locator: cellAt(year, column, year.totals.row),
        expected: `${isWhole ? "" : "at least "}the sum of section ${letter} (${sum}), within ${rounding}`,
        found: `${total}`,
      });
    }
}
