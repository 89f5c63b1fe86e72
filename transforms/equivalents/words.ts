/** Words that tell nothing of an occupation: grammar, and what classifications say of leftovers. */
const IGNORED = new Set(
  "a all and at by classified elsewhere etc except for in including n.e.c nec not of on or other related the to with".split(
    " ",
  ),
);

/** Words for somebody who does the work, whatever it is: a records clerk and a records technician are alike. */
const ROLES = new Set(
  "clerk executive occupation officer operative operator personnel practitioner professional representative specialist staff technician technologist worker"
    .split(" ")
    .map(stemOf),
);

export function isRole(word: string): boolean {
  return ROLES.has(word);
}

/** "Nurses, registered (hospital)" → `nurs`, `register…`, `hospital`: each stem once, in the order of the name. */
export function wordsOf(name: string): readonly string[] {
  const words = name
    .toLowerCase()
    .replaceAll("’", "'")
    .replace(/\bn\.e\.c\b\.?/g, "")
    .replace(/'s\b/g, "")
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== "" && !IGNORED.has(word));
  return [...new Set(words.map(stemOf))];
}

/** Names with one key are equal: the same stems, in whatever order. */
export function nameKey(words: readonly string[]): string {
  return words.toSorted().join(" ");
}

/** The key without the words for roles; empty where the name has no others. */
export function workKey(words: readonly string[]): string {
  return nameKey(words.filter((word) => !isRole(word)));
}

/**
 * Light stemming, just enough for plurals and for the one who does what the other name calls doing: nurses and nursing,
 * programmers and programming. Short words stay, so that an actor is no act.
 */
function stemOf(word: string): string {
  const singular = singularOf(word);
  if (singular.length > 6 && singular.endsWith("ing")) return singular.slice(0, -3);
  if (singular.length > 5 && /(?:er|or)$/.test(singular)) return singular.slice(0, -2);
  return singular.length > 4 && singular.endsWith("e") ? singular.slice(0, -1) : singular;
}

function singularOf(word: string): string {
  if (word.length <= 3) return word;
  if (word.length > 4 && word.endsWith("ies")) return `${word.slice(0, -3)}y`;
  if (/(?:s|x|z|ch|sh)es$/.test(word)) return word.slice(0, -2);
  return word.endsWith("s") && !/(?:ss|us|is)$/.test(word) ? word.slice(0, -1) : word;
}
