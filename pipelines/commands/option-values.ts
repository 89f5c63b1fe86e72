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

/** `--mirror http://127.0.0.1:8080` */
export function mirrorUrl(words: string): URL {
  const url = URL.canParse(words) ? new URL(words) : undefined;
  if (url !== undefined && /^https?:$/.test(url.protocol)) return url;
  throw new UsageError(`--mirror is "${words}". It has to be an address such as http://127.0.0.1:8080.`);
}
