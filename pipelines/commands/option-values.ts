import { UsageError } from "../errors/usage-error.ts";

/** `--limit 20` */
export function wholeNumber(option: string, words: string): number {
  if (/^[1-9]\d{0,8}$/.test(words)) return Number(words);
  throw new UsageError(`${option} is "${words}". It has to be a whole number from 1.`);
}

const HOURS = { m: 1 / 60, h: 1, d: 24 } as const;

/** `--max-age 36h`, `90m`, `2d` → milliseconds. */
export function duration(option: string, words: string): number {
  const [, number, unit] = /^(\d{1,6})([mhd])$/.exec(words) ?? [];
  if (number !== undefined) return Number(number) * HOURS[unit as keyof typeof HOURS] * 3_600_000;
  throw new UsageError(
    `${option} is "${words}". It has to be a number of minutes, hours or days: 90m, 36h, 2d.`,
  );
}

/** `--port 8080`; 0 takes any that is free. */
export function portNumber(option: string, words: string): number {
  const port = /^\d{1,5}$/.test(words) ? Number(words) : Number.NaN;
  if (port <= 65_535) return port;
  throw new UsageError(`${option} is "${words}". It has to be a number from 0 to 65535.`);
}
