import { ukIndustries } from "../../../sources/uk-industries/source.ts";
import { normaliseUkIndustries } from "../../../transforms/from-uk-industries.ts";
import { workbookCases } from "../workbooks/workbook-cases.ts";

export const cases = workbookCases(ukIndustries, normaliseUkIndustries);
