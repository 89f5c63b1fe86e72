import { describe } from "vitest";
import { ALL, changed, FILE_OF_14_7, put, rename } from "./changes.ts";
import { testRefusals } from "./refused.ts";
import { AT, FIRST_ROW, gridIn } from "./written-edition.ts";

describe("an edition is refused", () => {
  testRefusals([
    [
      "where a column lost its header",
      () => put(4, AT.p25, null),
      `${ALL}!A5`,
      "a header with a column “(?:Percentiles )?25”",
      "“Percentiles 10”, “20”, “30”",
    ],
    [
      "where a header stands twice",
      () => put(4, AT.p25, 20),
      `${ALL}!A5`,
      "a header with a column “(?:Percentiles )?25”",
      "“20”, “20”",
    ],
    [
      "where a group is missing in one sheet",
      () => changed((grid) => grid.splice(FIRST_ROW + 4, 1), "14.7a", "Full-Time"),
      `'[${FILE_OF_14_7}]Full-Time'`,
      "a row of the group 1112",
      "none",
    ],
    [
      "where a group stands in one sheet only",
      () => put(FIRST_ROW + 4, AT.code, "1113"),
      "'[PROV - Occupation SOC20 (4) Table 14.1a   Weekly pay - Gross 2024.xlsx]All'",
      `a row of the group 1113, as ${ALL}!A11 asks for`,
      "none",
    ],
    [
      "where a group stands twice",
      () => put(FIRST_ROW + 4, AT.code, "1111"),
      `${ALL}!B11`,
      "each code once",
      `1111 again, which stands at ${ALL}!A10 too`,
    ],
    [
      "where a code has letters",
      () => put(FIRST_ROW, AT.code, "1a"),
      `${ALL}!B7`,
      "a code of one to four digits",
      "“1a”",
    ],
    [
      "where a title has no code",
      () => put(FIRST_ROW + 4, AT.code, null),
      `${ALL}!B11`,
      "the code of “Elected officers and representatives”",
      "nothing",
    ],
    [
      "where a code has no title",
      () => put(FIRST_ROW, AT.title, null),
      `${ALL}!A7`,
      "the title of the group 1",
      "nothing",
    ],
    [
      "where a figure stands beside no group",
      () => changed((grid) => grid.splice(FIRST_ROW, 0, [null, null, 12])),
      `${ALL}!C7`,
      "no figure in a row without a code",
      "“12”",
    ],
    [
      "where the footnotes are gone",
      () => changed((grid) => grid.splice(-4)),
      `${ALL}!A12`,
      "footnotes below the table",
      "“Not Classified”",
    ],
    [
      "where a row stands below the footnotes",
      () => changed((grid) => grid.push(["Nurses", "2237", 12])),
      `${ALL}!B17`,
      "nothing but footnotes below the table",
      "“2237”",
    ],
    [
      "where the footnote tells of other workers",
      () => put(FIRST_ROW + 6, AT.title, "a  Employees on adult rates of any length of service."),
      `${ALL}!A13`,
      "one footnote “Employees on adult rates who have been in the same job for more than a year.”",
      "“a Employees on adult rates of any length of service.”",
    ],
    [
      "where the sheet “All” has another name",
      () => changed(rename("All", "Everyone")),
      `[${FILE_OF_14_7}]`,
      "a sheet “All”",
      "“Everyone”",
    ],
    [
      "where one of two sheets has another name",
      () => changed(rename("Part-Time", "Part")),
      `[${FILE_OF_14_7}]`,
      "a sheet “Part-Time”",
      "“Part”",
    ],
    [
      "where two sheets changed places",
      () =>
        changed((_, edition) => {
          const [one, two] = [gridIn(edition, "14.7a", "Full-Time"), gridIn(edition, "14.7a", "Part-Time")];
          edition.books.get("14.7a")?.set("Full-Time", two).set("Part-Time", one);
        }),
      `'[${FILE_OF_14_7}]Full-Time'!A1`,
      "“Table 14.7a Annual pay - Gross (£) - For full-time employee jobs: United Kingdom, …”",
      "“Table 14.7a Annual pay - Gross (£) - For part-time employee jobsa: United Kingdom, 2024”",
    ],
    [
      "where a table measures something else",
      () =>
        put(0, 0, "Table 14.7a   Annual pay - Incentive (£) - For all employee jobsa: United Kingdom, 2024"),
      `${ALL}!A1`,
      "the title of a table that is read (14.1, 14.5, 14.7, 14.9)",
      "“Table 14.7a Annual pay - Incentive (£) - For all employee jobsa: United Kingdom, 2024”",
    ],
  ]);
});
