/** Whether a text says these words, neither cut out of a longer word nor out of a longer number. */
export function hasWords(text: string, words: string): boolean {
  if (words === "") return false;
  for (let at = text.indexOf(words); at !== -1; at = text.indexOf(words, at + 1))
    if (!isInside(text, at) && !isInside(text, at + words.length)) return true;
  return false;
}

/** Whether a cut at this place parts a word, or a number such as `135,400`. */
function isInside(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 2), at);
  const after = text.slice(at, at + 2);
  return (
    (/[\p{L}\p{N}]$/u.test(before) && /^[\p{L}\p{N}]/u.test(after)) ||
    (/\d$/.test(before) && /^[.,]\d/.test(after)) ||
    (/\d[.,]$/.test(before) && /^\d/.test(after))
  );
}
