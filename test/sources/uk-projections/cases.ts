import { ukProjections } from "../../../sources/uk-projections/source.ts";
import { normaliseUkProjections } from "../../../transforms/from-uk-projections.ts";
import { workbookCases } from "../workbooks/workbook-cases.ts";

export const cases = workbookCases(ukProjections, normaliseUkProjections);
