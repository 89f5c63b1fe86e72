import { UsageError } from "./errors/usage-error.ts";
import { isIsoTime } from "./iso-time.ts";

/** The clock; where `OCCUPATIONS_NOW` is set, it stands still there. */
export function clockFrom(env: Readonly<Record<string, string | undefined>>): () => Date {
  const time = env.OCCUPATIONS_NOW;
  if (time === undefined || time === "") return () => new Date();
  if (!isIsoTime(time)) {
    throw new UsageError(
      `OCCUPATIONS_NOW is "${time}", which is no ISO time such as 2026-11-23T02:15:00Z. Correct it or unset it.`,
    );
  }
  return () => new Date(time);
}
