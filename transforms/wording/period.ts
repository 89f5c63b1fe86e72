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

/** "Thursday, August 28, 2025" → "2025-08-28". */
export function dateOf(words: string): string | undefined {
  const [, month, day, year] = /^(?:[A-Z][a-z]+day, )?([A-Z][a-z]+) (\d{1,2}), (\d{4})$/.exec(words) ?? [];
  const period = month === undefined || year === undefined ? undefined : monthOfYear(month, year);
  return period === undefined || day === undefined ? undefined : `${period}-${day.padStart(2, "0")}`;
}

/** "2024–34" (en dash or hyphen) → 2024 and 2034; the second year is the next one that ends so. */
export function spanOf(words: string): { readonly base: number; readonly target: number } | undefined {
  const [, first, second] = /^(\d{4})[–-](\d{2}|\d{4})$/.exec(words) ?? [];
  if (first === undefined || second === undefined) return undefined;
  const base = Number(first);
  if (second.length === 4) return Number(second) > base ? { base, target: Number(second) } : undefined;
  const sameCentury = Math.floor(base / 100) * 100 + Number(second);
  return { base, target: sameCentury > base ? sameCentury : sameCentury + 100 };
}
