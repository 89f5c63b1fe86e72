import type { IndustriesExtract } from "../../sources/uk-industries/industries-extract.ts";
import type { CaptureReference } from "../facts.ts";
import type { Fact } from "../model/model.ts";
import { provenanceAt } from "../provenance.ts";
import { industryId, unitGroupId, yearRows } from "./table.ts";

/** `*` hides a figure of a small sample; `-` says that there is none to report. */
const QUALIFIER_OF = { "*": "suppressed", "-": "not-published" } as const;

/** Persons of each unit group in each section, year by year. */
export function employmentFrom(words: IndustriesExtract, capture: CaptureReference): Fact[] {
  return yearRows(words).flatMap(({ year, occupation, cells }) =>
    cells.map(({ section, cell, at }): Fact => {
      const isNumber = typeof cell === "number";
      return {
        table: "employment",
        row: {
          occupation_id: unitGroupId(occupation),
          area: "UK",
          industry_id: industryId(section),
          group_title: null,
          group_id: null,
          jobs: isNumber ? cell : null,
          qualifier: isNumber ? "exact" : QUALIFIER_OF[cell],
          relative_error_percent: null,
          reference_period: year,
          ...provenanceAt(capture, { at, raw: isNumber ? null : cell }),
        },
      };
    }),
  );
}
