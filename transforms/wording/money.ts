/** Pattern source for an amount in US dollars: "$50,250", "$24.16". */
export const DOLLARS = "\\$\\d{1,3}(?:,\\d{3})*(?:\\.\\d{2})?";

const AMOUNT = /^(?:[1-9]\d{0,2}(?:,\d{3})*|0)(?:\.\d{2})?$/;

/** "$50,250" → 50250; `undefined` for anything else. */
export function dollarsOf(words: string): number | undefined {
  return words.startsWith("$") ? amountOf(words.slice(1)) : undefined;
}

/** "50,250" → 50250, "24.16" → 24.16; `undefined` for anything else. */
export function amountOf(words: string): number | undefined {
  return AMOUNT.test(words) ? Number(words.replaceAll(",", "")) : undefined;
}

/**
 * From this amount on the wage survey gives no exact percentile: "more than $239,200" says no more than "at least".
 * Source: technical notes of the Occupational Employment and Wage Statistics, May 2016 to May 2021 and since May 2022.
 */
export function surveyCap(year: number, period: "hour" | "year"): number {
  if (year >= 2022) return period === "year" ? 239_200 : 115;
  return period === "year" ? 208_000 : 100;
}
