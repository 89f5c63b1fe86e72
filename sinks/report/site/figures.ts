/** How figures read on the site. What was not published is a sentence, never an empty place. */

export type Qualifier =
  | "exact"
  | "at-least"
  | "more-than"
  | "less-than"
  | "not-published"
  | "suppressed"
  | "variable"
  | "estimated";

const SIGNS: Readonly<Record<string, string>> = { USD: "$", GBP: "£" };
const WHOLE = new Intl.NumberFormat("en-US", { maximumFractionDigits: 2 });
const CENTS = new Intl.NumberFormat("en-US", { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/** 93600 → "$93,600"; 45 → "$45.00": below a thousand it is pay by the hour or the week, which has cents. */
export function money(amount: number, currency: string): string {
  const digits = amount >= 1000 && Number.isInteger(amount) ? WHOLE : CENTS;
  return `${SIGNS[currency] ?? `${currency} `}${digits.format(amount)}`;
}

/** 93600 → "$94k", for axes. */
export function shortMoney(amount: number, currency: string): string {
  const sign = SIGNS[currency] ?? "";
  return amount >= 1000 ? `${sign}${WHOLE.format(amount / 1000)}k` : `${sign}${WHOLE.format(amount)}`;
}

export function count(value: number): string {
  return WHOLE.format(value);
}

/** 3391000 → "3.4 million", for axes and labels. */
export function shortCount(value: number): string {
  if (Math.abs(value) >= 1e6) return `${WHOLE.format(Math.round(value / 1e5) / 10)} million`;
  return WHOLE.format(value);
}

/** -3.5 → "−3.5" */
export function signed(value: number): string {
  if (value === 0) return "0";
  return value < 0 ? `−${count(-value)}` : `+${count(value)}`;
}

export function percent(value: number): string {
  return `${count(value)}%`;
}

export const NOT_PUBLISHED = "not published";

const BEFORE: Readonly<Partial<Record<Qualifier, string>>> = {
  "at-least": "at least ",
  "more-than": "more than ",
  "less-than": "less than ",
  estimated: "about ",
};

/** The figure as it is to be read or, where there is none, why. */
export function qualified(figure: string | null, qualifier: Qualifier | null | undefined): string {
  if (figure !== null) return `${BEFORE[qualifier ?? "exact"] ?? ""}${figure}`;
  if (qualifier === "suppressed") return "withheld by the publisher";
  if (qualifier === "variable") return "varies";
  return NOT_PUBLISHED;
}

/** What a qualifier means, for whoever asks where a figure comes from. */
export const QUALIFIER_MEANINGS: Readonly<Partial<Record<Qualifier, string>>> = {
  "at-least": "The survey does not tell more than this: the true figure is this or higher.",
  "more-than": "The publisher says “more than”.",
  "less-than": "The publisher says “less than”.",
  "not-published": "The publisher has left this figure out.",
  suppressed: "The publisher withholds this figure: too few people, or too uncertain.",
  variable: "The publisher says that it varies.",
  estimated: "Computed where some of the numbers behind it are withheld, so only about right.",
};

const MONTHS = "January February March April May June July August September October November December".split(
  " ",
);

/** "2024-05" → "May 2024" */
export function periodWords(period: string | null): string {
  if (period === null) return "no date given";
  const [year = period, month] = period.split("-");
  return month === undefined ? year : `${MONTHS[Number(month) - 1]} ${year}`;
}

/** "2026-11-23T02:15:00Z" → "23 November 2026" */
export function dateWords(time: string): string {
  const [year, month, day] = time.slice(0, 10).split("-");
  return `${Number(day)} ${MONTHS[Number(month) - 1]} ${year}`;
}

/** "2026-11-23T02:15:00Z" → "23 November 2026, 02:15 UTC" */
export function timeWords(time: string): string {
  return `${dateWords(time)}, ${time.slice(11, 16)} UTC`;
}

/** "a year", "an hour" */
export function perPeriod(period: string): string {
  return period === "hour" ? "an hour" : `a ${period}`;
}

const ADVERBS: Readonly<Record<string, string>> = { year: "yearly", week: "weekly", hour: "hourly" };

export function adverbOf(period: string): string {
  return ADVERBS[period] ?? period;
}
