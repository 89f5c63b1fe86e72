const FIGURE = /\d+(?:[,.]\d+)*/g;
const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;
/** Most characters are of ASCII, and millions are looked at. */
const IS_COUNTED = Uint8Array.from({ length: 128 }, (_, code) => Number(isCounted(code)));

/**
 * A short stand-in for the words of a text: texts with the same letters and digits in the same order have the same one,
 * whatever their case, punctuation and white space. It tells apart what publishers wrote; it protects from nothing.
 */
export function wordsDigest(words: string): string {
  const text = words.toLowerCase();
  let one = 0xdeadbeef;
  let other = 0x41c6ce57;
  let length = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (!(code < 128 ? IS_COUNTED[code] : isCounted(code))) continue;
    one = Math.imul(one ^ code, 2_654_435_761);
    other = Math.imul(other ^ code, 1_597_334_677);
    one ^= one >>> 15;
    other ^= other >>> 13;
    length++;
  }
  const halves = [one, other].map((half) => (half >>> 0).toString(16).padStart(8, "0"));
  return `${length}-${halves.join("")}`;
}

/** Every number of a text, in its order: "1.6 2024 23 8". */
export function figuresIn(words: string): string {
  return (words.match(FIGURE) ?? []).join(" ");
}

/** The words of a Markdown text without its marks: targets of links, emphasis, numbers of lists. */
export function wordsOfMarkdown(markdown: string): string {
  return markdown
    .replace(/\]\([^()\s]*\)/g, "]")
    .replace(/^(\s*)\d{1,9}\. /gm, "$1")
    .replace(/\\(?=[\\`*_[\]<>|#+.)-])/g, "");
}

function isCounted(code: number): boolean {
  // Dashes, quotation marks and blanks are the usual ones.
  if (code === 160 || (code >= 0x2010 && code <= 0x2060)) return false;
  return LETTER_OR_DIGIT.test(String.fromCharCode(code));
}
