import { crosswalk } from "../../../sources/crosswalk/source.ts";
import { normaliseCrosswalk } from "../../../transforms/from-crosswalk.ts";
import { workbookCases } from "../workbooks/workbook-cases.ts";

export const cases = workbookCases(crosswalk, normaliseCrosswalk);
