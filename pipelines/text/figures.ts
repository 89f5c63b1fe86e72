import type { Row } from "../../transforms/model/model.ts";

type Qualifier = Row<"wage">["qualifier"];

const SIGNS = { USD: "$", GBP: "£" } as const;

/** 50250 → "$50,250"; 24.16 → "$24.16"; 14 → "$14.00": below a thousand it is pay by the hour, which has cents. */
export function money(amount: number, currency: keyof typeof SIGNS): string {
  const decimals = Number.isInteger(amount) && amount >= 1_000 ? 0 : 2;
  const digits = amount.toLocaleString("en-US", {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
  return SIGNS[currency] + digits;
}

/** 194800 → "194,800". */
export function count(number: number): string {
  return number.toLocaleString("en-US");
}

/** -3800 → "−3,800". */
export function signed(number: number): string {
  return number < 0 ? `−${count(-number)}` : count(number);
}

/** A figure as its qualifier says it is to be read; where there is none, why. */
export function qualified(figure: string | undefined, qualifier: Qualifier): string {
  switch (qualifier) {
    case "at-least":
      return figure === undefined ? NOT_PUBLISHED : `at least ${figure}`;
    case "more-than":
      return figure === undefined ? NOT_PUBLISHED : `more than ${figure}`;
    case "less-than":
      return figure === undefined ? NOT_PUBLISHED : `less than ${figure}`;
    case "estimated":
      return figure === undefined ? NOT_PUBLISHED : `about ${figure} (estimated)`;
    case "suppressed":
      return "withheld by the publisher";
    case "variable":
      return "varies";
    default:
      return figure ?? NOT_PUBLISHED;
  }
}

export const NOT_PUBLISHED = "not published";

const MONTHS = "January February March April May June July August September October November December".split(
  " ",
);

/** "2024-05" → "May 2024"; "2024" → "2024". */
export function periodWords(period: string | null): string {
  if (period === null) return "no date given";
  const [year = period, month] = period.split("-");
  return month === undefined ? year : `${MONTHS[Number(month) - 1]} ${year}`;
}

/** "2026-11-23T02:15:00Z" → "November 23, 2026". */
export function dateWords(isoTime: string): string {
  const [year, month, day] = isoTime.slice(0, 10).split("-");
  return `${MONTHS[Number(month) - 1]} ${Number(day)}, ${year}`;
}

/** 24 * 2 ** 20 → "24.0 MB". */
export function sizeWords(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  const units = ["kB", "MB", "GB", "TB"];
  const power = Math.min(Math.floor(Math.log10(bytes) / 3), units.length);
  return `${(bytes / 1000 ** power).toFixed(1)} ${units[power - 1]}`;
}

/** The time between two moments, in the largest unit that says something: "3 hours", "2 days". */
export function ageWords(milliseconds: number): string {
  const minutes = Math.max(0, Math.floor(milliseconds / 60_000));
  if (minutes === 0) return "less than a minute";
  if (minutes < 120) return `${minutes} ${minutes === 1 ? "minute" : "minutes"}`;
  const hours = Math.floor(minutes / 60);
  return hours < 72 ? `${hours} hours` : `${Math.floor(hours / 24)} days`;
}
