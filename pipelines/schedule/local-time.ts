import { ageWords } from "../text/figures.ts";

/** "2026-11-30 02:30 America/New_York": as the clocks there show it. */
export function localTime(time: Date, timeZone: string): string {
  const parts = new Intl.DateTimeFormat("en-CA", {
    ...{ timeZone, hourCycle: "h23" },
    ...{ year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit" },
  }).formatToParts(time);
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? "";
  return `${part("year")}-${part("month")}-${part("day")} ${part("hour")}:${part("minute")} ${timeZone}`;
}

/** "2026-11-30 02:30 America/New_York (in 5 hours)" */
export function dueWords(time: Date, timeZone: string, now: Date): string {
  return `${localTime(time, timeZone)} (in ${ageWords(time.getTime() - now.getTime())})`;
}
