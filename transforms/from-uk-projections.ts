import { type WorkbookExtract, workbookExtract } from "../sources/uk-projections/workbook-extract.ts";
import { classifiedOccupation } from "./classified-occupation.ts";
import type { CaptureReference, Normalise, Normalised } from "./facts.ts";
import type { Fact } from "./model/model.ts";
import { refuseWords } from "./refuse-words.ts";
import { refuseUnlessAgreed } from "./uk-projections/agreement.ts";
import { areaOf, projectionFrom } from "./uk-projections/projections.ts";
import { changesOf, yearsOf } from "./uk-projections/table.ts";

/** The words of the labour market and skills projections → facts. */
export const normaliseUkProjections: Normalise = (_kind, extract, capture) =>
  fromWorkbook(workbookExtract.parse(extract), capture);

function fromWorkbook(extract: WorkbookExtract, capture: CaptureReference): Normalised {
  // Other workbooks of the same shape hold what would happen if technology or policy took another course.
  if (extract.scenario.text !== ".Main") refuseWords(extract, extract.scenario, "the main scenario");
  const area = areaOf(extract);
  const years = yearsOf(extract);
  refuseUnlessAgreed(extract, years);
  const facts = extract.levels.rows.flatMap(({ label }) => [
    groupFrom(label, capture),
    ...changesOf(extract, label.text, years).map((change) => projectionFrom(extract, change, area, capture)),
  ]);
  return { facts, remarks: [], edition: `${years.base}-${years.target}` };
}

/** "11 Corporate managers and directors" → the sub-major group 11; what else is known of it, SOC 2020 says. */
function groupFrom(
  { text, at }: { readonly text: string; readonly at: string },
  capture: CaptureReference,
): Fact {
  const [code, title] = [text.slice(0, 2), text.slice(3)];
  return classifiedOccupation(
    { scheme: "uk-soc-2020", code, level: "sub-major", country: "UK", title },
    capture,
    { at, raw: text },
  );
}
