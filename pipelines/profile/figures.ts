import { count, money, periodWords, qualified } from "../text/figures.ts";
import { amountWords, latestOf, wageLabel } from "./pay-words.ts";
import { jobsWords } from "./quick-facts.ts";
import type { Profile } from "./read-profile.ts";

/** A figure about a part of the occupation, or about one industry. */
export type Figure = {
  /** What the list that it belongs to is about. */
  readonly list: string;
  /** The industry or the part of the occupation. */
  readonly title: string;
  readonly number: number | null;
  /** The figure with its unit. */
  readonly words: string;
  /** How a sentence states it: "378,900 jobs", "$47,040". */
  readonly stated?: string | undefined;
};

/** Who employs the workers, and how many jobs each part of the occupation has. */
export function employerFigures({ employerShares, employment }: Profile): readonly Figure[] {
  const shares = newest(employerShares).map((share) => ({
    list: `${share.basis === "derived" ? "Employers (computed from numbers of jobs)" : "Largest employers"}${of(share.group_title)}, ${periodWords(share.reference_period)}`,
    title: share.industry_title ?? share.industry_id,
    number: share.percent,
    words: qualified(share.percent === null ? undefined : `${count(share.percent)}%`, share.qualifier),
  }));
  // Shares that are computed from numbers of jobs tell the same as the numbers.
  const isTold = employerShares.some(({ basis }) => basis === "derived");
  const ofParts = employment.filter(
    (row) => row.group_title !== null || (row.industry_id !== null && !isTold),
  );
  const parts = newest(ofParts).map((row) => ({
    list: `Jobs${row.industry_id === null ? "" : of(row.group_title)}, ${periodWords(row.reference_period)}`,
    title: row.industry_title ?? row.group_title ?? "",
    number: row.jobs,
    words: jobsWords(row),
    stated: row.jobs === null ? undefined : `${count(row.jobs)} jobs`,
  }));
  return [...shares, ...parts];
}

/** Of editions that stand side by side, the last one. */
function newest<R extends { readonly reference_period: string }>(rows: readonly R[]): readonly R[] {
  const last = rows.reduce(
    (latest, row) => (row.reference_period > latest ? row.reference_period : latest),
    "",
  );
  return rows.filter((row) => row.reference_period === last);
}

/** Pay by industry and by part of the occupation: of a whole distribution, its middle. */
export function payFigures({ wages }: Profile): readonly Figure[] {
  const parts = latestOf(wages.filter((wage) => wage.group_title !== null || wage.industry_id !== null));
  const hasMedians = parts.some(({ statistic }) => statistic === "median");
  return parts
    .filter(({ statistic }) => !hasMedians || statistic === "median")
    .map((wage) => ({
      list: `${wageLabel(wage)}${wage.industry_id === null ? "" : of(wage.group_title)}, ${periodWords(wage.reference_period)}`,
      title: wage.industry_title ?? wage.group_title ?? "",
      number: wage.amount,
      words: amountWords(wage),
      stated: wage.amount === null ? undefined : money(wage.amount, wage.currency),
    }));
}

function of(groupTitle: string | null): string {
  return groupTitle === null ? "" : ` of ${groupTitle}`;
}

/**
 * The figures that a table of the prose shows, in its order; `undefined` where it shows anything else. The publisher
 * prints `%` or `$` on the first row only: 28%, 19, 8.
 */
export function figuresShown(
  rows: readonly (readonly string[])[],
  figures: readonly Figure[],
): readonly Figure[] | undefined {
  const shown = rows.map(([title, value = ""]) =>
    figures.find((figure) => figure.title === title && figure.number === numberIn(value)),
  );
  return shown.every((figure) => figure !== undefined) ? shown : undefined;
}

function numberIn(words: string): number | undefined {
  const [digits] = /\d[\d,]*(\.\d+)?/.exec(words) ?? [];
  return digits === undefined ? undefined : Number(digits.replaceAll(",", ""));
}
