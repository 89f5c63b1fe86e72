import type { FactTable } from "../../../transforms/model/model.ts";
import type { ChangeRule } from "./change-rule.ts";
import type { DocumentFacts } from "./document-facts.ts";

/** A new edition moves single figures by much, and half of all figures never by so much. */
const LOWEST_RATIO = 0.7;
const HIGHEST_RATIO = 1.4;

/** Fewer figures than these have no middle to speak of. */
const FEWEST_FIGURES = 3;

/** What is measured in the same unit throughout a document. */
const KINDS: readonly (readonly [
  kind: string,
  columns: Readonly<Partial<Record<FactTable, readonly string[]>>>,
])[] = [
  ["amounts of pay", { wage: ["amount"], pay_band: ["low", "high"] }],
  ["numbers of jobs", { employment: ["jobs"], projection: ["base_jobs", "target_jobs", "annual_openings"] }],
];

export const editionJumps: ChangeRule = {
  rule: "edition-jumps",
  protects:
    "A new edition in other units (thousands for persons, weeks for years) would change every figure.",
  find: (before, now) => {
    if (before.edition === now.edition) return [];
    return KINDS.flatMap(([kind, columns]) => {
      const [old, current] = [newestFigures(before, columns), newestFigures(now, columns)];
      const ratios = [...old].flatMap(([key, value]) => {
        const after = current.get(key);
        return after === undefined || value === 0 ? [] : [after / value];
      });
      const ratio = medianOf(ratios);
      if (ratios.length < FEWEST_FIGURES || (ratio >= LOWEST_RATIO && ratio <= HIGHEST_RATIO)) return [];
      return [
        `the ${kind} of the edition ${now.edition ?? "without a name"} are ${ratio.toPrecision(2)} times those of ${before.edition ?? "the one before"} (the middle of ${ratios.length})`,
      ];
    });
  },
};

const PERIODS: readonly string[] = ["reference_period", "base_year", "target_year"];

/** Figures by what they measure, whatever the period: of several periods the newest. */
function newestFigures(
  { figures }: DocumentFacts,
  columns: Readonly<Partial<Record<FactTable, readonly string[]>>>,
): ReadonlyMap<string, number> {
  const newest = new Map<string, { readonly period: string; readonly value: number }>();
  for (const { table, row, name } of figures.values()) {
    const period = PERIODS.map((column) => row[column] ?? "").join(" ");
    const subject = name.split(", ").filter((part) => !period.split(" ").includes(part));
    for (const column of columns[table] ?? []) {
      const value = row[column];
      const key = [table, column, ...subject].join(", ");
      if (typeof value === "number" && (newest.get(key)?.period ?? "") <= period)
        newest.set(key, { period, value });
    }
  }
  return new Map([...newest].map(([key, { value }]) => [key, value]));
}

function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
