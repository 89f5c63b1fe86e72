import type { WorkbookExtract } from "../../sources/uk-projections/workbook-extract.ts";
import type { CaptureReference } from "../facts.ts";
import type { Fact, Row } from "../model/model.ts";
import { provenanceAt } from "../provenance.ts";
import { refuseWords } from "../refuse-words.ts";
import { countOf } from "../wording/count.ts";
import { understand, wording } from "../wording/wording.ts";
import type { Cell, Change } from "./table.ts";

const MINIMUM = [
  wording(
    /PUBLISHED DATA: Ideally, a minimum of (?<minimum>[\d,]+) individuals per cell/,
    ({ minimum = "" }) => countOf(minimum),
  ),
];

const AREAS: Readonly<Record<string, Row<"projection">["area"]>> = { England: "England" };

/** The place that all figures are about: that of the sheet with general words, and of every title. */
export function areaOf(extract: WorkbookExtract): Row<"projection">["area"] {
  const { country, levels, shares, changes } = extract;
  const area = AREAS[country.text] ?? refuseWords(extract, country, "England");
  for (const { title } of [levels, shares, changes])
    if (!new RegExp(`, ${country.text}(?: \\(Continued\\))?$`).test(title.text))
      refuseWords(extract, title, `a title that ends with ${country.text}, as ${country.at} says`);
  return area;
}

/**
 * A change of employment as a projection. Figures of fewer people than the workbook wants published are left out, and
 * what was computed from them: of a small group the change, of a small change its percent.
 */
export function projectionFrom(
  extract: WorkbookExtract,
  change: Change,
  area: Row<"projection">["area"],
  capture: CaptureReference,
): Fact {
  const { rule } = extract;
  const minimum =
    understand(rule.text, MINIMUM) ?? refuseWords(extract, rule, "a minimum of individuals per cell");
  const isShown = ({ value }: Cell) => Math.abs(personsOf(value)) >= minimum;
  const areLevelsShown = isShown(change.base) && isShown(change.target);
  const isChangeShown = areLevelsShown && isShown(change.change);
  const percent = isChangeShown ? change.percent : undefined;
  const figures: readonly [Cell | undefined, isShown: boolean][] = [
    [change.base, isShown(change.base)],
    [change.target, isShown(change.target)],
    [change.change, isChangeShown],
    [change.percent, isChangeShown],
  ];
  return {
    table: "projection",
    row: {
      occupation_id: `uk-soc-2020/${change.label.text.slice(0, 2)}`,
      area,
      industry_id: null,
      group_title: null,
      group_id: null,
      qualifier: isChangeShown ? "exact" : "suppressed",
      base_year: change.baseYear,
      target_year: change.targetYear,
      base_jobs: isShown(change.base) ? personsOf(change.base.value) : null,
      target_jobs: isShown(change.target) ? personsOf(change.target.value) : null,
      change_jobs: isChangeShown ? personsOf(change.change.value) : null,
      change_percent: percent?.value ?? null,
      annual_openings: null,
      outlook: null,
      ...provenanceAt(
        capture,
        { at: change.label.at, raw: change.label.text },
        ...figures.flatMap(([cell, isShown]) =>
          cell === undefined ? [] : [{ at: cell.at, raw: isShown ? `${cell.value}` : null }],
        ),
        ...(isChangeShown ? [] : [{ at: rule.at, raw: rule.text }]),
      ),
    },
  };
}

/** The workbook counts thousands, with every digit that was computed. */
function personsOf(thousands: number): number {
  return Math.round(thousands * 1_000);
}
