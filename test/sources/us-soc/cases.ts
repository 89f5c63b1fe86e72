import { usSoc } from "../../../sources/us-soc/source.ts";
import { normaliseUsSoc } from "../../../transforms/from-us-soc.ts";
import { workbookCases } from "../workbooks/workbook-cases.ts";

export const cases = workbookCases(usSoc, normaliseUsSoc);
