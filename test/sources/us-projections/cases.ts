import { usProjections } from "../../../sources/us-projections/source.ts";
import { normaliseUsProjections } from "../../../transforms/from-us-projections.ts";
import { workbookCases } from "../workbooks/workbook-cases.ts";

export const cases = workbookCases(usProjections, normaliseUsProjections);

export const { readingOf, refusalOf } = cases;
