import { ukSoc } from "../../../sources/uk-soc/source.ts";
import { normaliseUkSoc } from "../../../transforms/from-uk-soc.ts";
import { workbookCases } from "../workbooks/workbook-cases.ts";

export const cases = workbookCases(ukSoc, normaliseUkSoc);
