import type { Explained, Step } from "./step.ts";

/** A number as publishers print it. */
const FIGURE = /[-−–]?[$£]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?: (?:million|thousand)\b)?%?/g;

/** Workbooks that count jobs in thousands. */
const IN_THOUSANDS: ReadonlySet<string> = new Set(["us-projections", "uk-ashe", "uk-projections"]);

const COUNTS_OF_PERSONS: ReadonlySet<string> = new Set([
  ...["jobs", "base_jobs", "target_jobs", "change_jobs", "annual_openings"],
]);

/** Columns with figures, and how their words are read. */
const FIGURES: Readonly<Record<string, string | null>> = {
  amount: null,
  low: null,
  high: null,
  value: null,
  percent: "a percent; the sign can stand on the first row of a table only",
  jobs: null,
  base_jobs: null,
  target_jobs: null,
  change_jobs: "as the publisher states it, not computed from base and target",
  change_percent: "a percent, as the publisher rounded it",
  annual_openings: null,
};

const THOUSANDS = "the workbook counts thousands, the dataset persons";

/** The figures of a row that stand in its published words, as they are or in thousands. */
export function figureSteps({ sourceId, values, words }: Explained): Step[] {
  const printed = words.flatMap((text) => text.match(FIGURE) ?? []);
  return Object.entries(FIGURES).flatMap(([column, rule]): Step[] => {
    const value = values[column];
    if (typeof value !== "number") return [];
    const isInThousands = IN_THOUSANDS.has(sourceId) && COUNTS_OF_PERSONS.has(column);
    const factor = isInThousands ? 1_000 : 1;
    const found = printed.find((figure) => isSame(numberIn(figure) * factor, value, isInThousands));
    if (found === undefined) return [];
    return [{ column, value, words: found, rule: isInThousands ? THOUSANDS : rule }];
  });
}

/** Persons are whole, whatever digits a workbook computed. */
function isSame(printed: number, value: number, isRounded: boolean): boolean {
  return (isRounded ? Math.round(printed) : printed) === value;
}

/** "$50,250" → 50250, "1.4 million" → 1400000, "−3,800" → -3800. */
function numberIn(figure: string): number {
  const digits = Number(figure.replaceAll(/[^\d.]/g, ""));
  const scale = figure.includes("million") ? 1_000_000 : figure.includes("thousand") ? 1_000 : 1;
  const sign = /^[-−–]/.test(figure) ? -1 : 1;
  return sign * (scale === 1 ? digits : Math.round(digits * scale));
}
