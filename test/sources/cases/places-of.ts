/**
 * One place or one wording, or the JSON array of several; none where there is NULL. Places in workbooks can begin with a
 * bracket of their own.
 */
export function placesOf(words: string | null): readonly (string | null)[] {
  if (words === null) return [];
  return /^\[(?:"|null)/.test(words) ? JSON.parse(words) : [words];
}
