import type { Value, Values } from "../model/change.ts";

/** A number of a row that can be followed from one edition to the next. */
export type Figure = {
  /** What it is: "median pay by year". */
  readonly label: string;
  readonly value: number;
  /** The number as a reader wants it. */
  readonly words: string;
};

type FigureColumn = {
  readonly column: string;
  readonly label: (row: Values) => string;
  readonly words: (value: number, row: Values) => string;
};

const ADVERBS: Readonly<Record<string, string>> = {
  hour: "by the hour",
  week: "by the week",
  year: "by the year",
};

const FIGURES: Readonly<Record<string, readonly FigureColumn[]>> = {
  wage: [
    {
      column: "amount",
      label: ({ statistic, period }) => `pay ${ADVERBS[String(period)]}, ${statistic}`,
      words: (value, { currency }) => moneyWords(value, currency),
    },
  ],
  employment: [{ column: "jobs", label: () => "jobs", words: countWords }],
  projection: [
    { column: "base_jobs", label: () => "projected from (jobs)", words: countWords },
    { column: "target_jobs", label: () => "projected to (jobs)", words: countWords },
    { column: "annual_openings", label: () => "openings a year", words: countWords },
  ],
  working_hours: [
    { column: "value", label: ({ statistic }) => `hours a week, ${statistic}`, words: countWords },
  ],
};

/** Tables whose numbers can be followed. */
export function hasFigures(table: string): boolean {
  return table in FIGURES;
}

/** The numbers of a row; those that are not published are not in it. */
export function figuresIn(table: string, row: Values): readonly Figure[] {
  return (FIGURES[table] ?? []).flatMap(({ column, label, words }) => {
    const value = row[column];
    return typeof value === "number" ? [{ label: label(row), value, words: words(value, row) }] : [];
  });
}

/** A number of a row as a reader wants it; `undefined` where the column is none that can be followed. */
export function figureWords(table: string, column: string, row: Values): string | undefined {
  const value = row[column];
  const figure = FIGURES[table]?.find((known) => known.column === column);
  return figure === undefined || typeof value !== "number" ? undefined : figure.words(value, row);
}

/** Whether the row is about all of an occupation, in all industries. */
export function isWhole({ industry_id = null, group_title = null }: Values): boolean {
  return industry_id === null && group_title === null;
}

const SIGNS: Readonly<Record<string, string>> = { USD: "$", GBP: "£" };

function moneyWords(value: number, currency: Value | undefined): string {
  const decimals = Number.isInteger(value) && value >= 1_000 ? 0 : 2;
  const digits = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
  return `${SIGNS[String(currency)] ?? ""}${value.toLocaleString("en-US", digits)}`;
}

/** 194800 → "194,800". */
export function countWords(value: number): string {
  return value.toLocaleString("en-US");
}

/** 3.41 → "+3.4 %"; -0.26 → "−0.3 %". */
export function percentWords(percent: number): string {
  const digits = Math.abs(percent).toFixed(1);
  const sign = Number(digits) === 0 ? "" : percent < 0 ? "−" : "+";
  return `${sign}${digits} %`;
}
