const seconds = /^\d+$/;
/** `Sun, 06 Nov 1994 08:49:37 GMT`; the obsolete forms of HTTP-date begin with a day's name as well. */
const httpDate = /^(?:mon|tue|wed|thu|fri|sat|sun)/i;

/**
 * Milliseconds to wait, from either form of Retry-After; undefined where it says nothing usable.
 * A date is relative to the publisher's own clock (`Date`), where it tells us what that shows.
 */
export function retryAfterMilliseconds(
  retryAfter: string | undefined,
  date: string | undefined,
  now: Date,
): number | undefined {
  const text = retryAfter?.trim() ?? "";
  if (seconds.test(text)) return Number(text) * 1000;
  const until = timeOf(text);
  if (until === undefined) return undefined;
  return Math.max(0, until - (timeOf(date?.trim() ?? "") ?? now.getTime()));
}

function timeOf(text: string): number | undefined {
  if (!httpDate.test(text)) return undefined;
  // The obsolete asctime form names no zone; it means GMT, as all of them do.
  const time = Date.parse(text.endsWith("GMT") ? text : `${text} GMT`);
  return Number.isNaN(time) ? undefined : time;
}
