import type { PageSigns } from "./page-signs.ts";

const wordings = [
  /^(?:error\s*)?404\b/i,
  /\b(?:page|document|profile|content|resource)\b.*\bnot found\b/i,
  /\bcan(?:no|['’])t (?:be )?f(?:i|ou)nd\b/i,
  /\bpage (?:does not|doesn['’]t|no longer) exists?\b/i,
];

/** The words of a page that stands in for one that is not there. Without other signs they prove nothing. */
export function saysNotFound(signs: PageSigns): boolean {
  return [signs.title, signs.heading].some((words) => wordings.some((wording) => wording.test(words ?? "")));
}

/** `/explore-careers/alerts/404`: where a publisher sends those who ask for a page that is not there. */
export function isNotFoundPath(path: string): boolean {
  return /\/(?:error-?)?(?:404|(?:page-?)?not-?found)(?:\.[a-z]+)?\/?$/i.test(path);
}
