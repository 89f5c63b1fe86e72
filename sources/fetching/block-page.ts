import type { PageSigns } from "./page-signs.ts";

/** Akamai's page has about 1.3 kB; a document that only speaks of denied access is longer. */
const longestBlockPage = 16_384;
const denied = /^(?:access denied|request (?:rejected|blocked))\b/i;
const reference = /reference\s*(?:#|&#35;|:|number)/i;

/** The page by which a publisher's gatekeeper turns us away, also one that is sent with status 200. */
export function isBlockPage(body: Buffer, signs: PageSigns): boolean {
  if (body.length > longestBlockPage) return false;
  const says = [signs.title, signs.heading].some((words) => denied.test(words ?? ""));
  return says && (denied.test(signs.heading ?? "") || reference.test(body.toString("latin1")));
}
