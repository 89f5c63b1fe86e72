const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/** "May", "2024" → "2024-05". */
export function monthOfYear(month: string, year: string): string | undefined {
  const index = MONTHS.indexOf(month);
  return index === -1 || !/^\d{4}$/.test(year) ? undefined : `${year}-${String(index + 1).padStart(2, "0")}`;
}

const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** "2025-08-28" → itself; `undefined` for anything else, and for days that no month has. */
export function isoDateOf(words: string): string | undefined {
  const [, , month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(words) ?? [];
  const days = DAYS[Number(month) - 1] ?? 0;
  return Number(day) >= 1 && Number(day) <= days ? words : undefined;
}

/** "Thursday, August 28, 2025" → "2025-08-28". */
export function dateOf(words: string): string | undefined {
  const [, month, day, year] =
    /^(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day, )?([A-Z][a-z]+) (\d{1,2}), (\d{4})$/.exec(words) ?? [];
  const period = month === undefined || year === undefined ? undefined : monthOfYear(month, year);
  return period === undefined || day === undefined
    ? undefined
    : isoDateOf(`${period}-${day.padStart(2, "0")}`);
}

/** Projections reach this far at most. */
const LONGEST_SPAN_YEARS = 30;

/** "2024–34" (en dash or hyphen) → 2024 and 2034; the second year is the next one that ends so. */
export function spanOf(words: string): { readonly base: number; readonly target: number } | undefined {
  const [, first, second] = /^(\d{4})[–-](\d{2}|\d{4})$/.exec(words) ?? [];
  if (first === undefined || second === undefined) return undefined;
  const base = Number(first);
  const century = second.length === 4 ? 0 : Math.floor(base / 100) * 100;
  const sameCentury = century + Number(second);
  const target = sameCentury > base || second.length === 4 ? sameCentury : sameCentury + 100;
  return target > base && target - base <= LONGEST_SPAN_YEARS ? { base, target } : undefined;
}
