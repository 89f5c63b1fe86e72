/** A document is not what its reader knows. The document is refused whole; nothing in it is guessed. */
export class DocumentError extends Error {
  override readonly name = "DocumentError";
  readonly url: string;
  readonly locator: string;
  readonly expected: string;
  readonly found: string;

  constructor(place: { url: string; locator: string; expected: string; found: string }) {
    super(`${place.url}: at ${place.locator}: expected ${place.expected}, found ${place.found}.`);
    this.url = place.url;
    this.locator = place.locator;
    this.expected = place.expected;
    this.found = place.found;
  }
}

/** The words found, short enough for a message, and marked as words. */
export function quoted(words: string): string {
  const folded = words.replace(/\s+/g, " ").trim();
  if (folded === "") return "nothing";
  return folded.length > 160 ? `“${folded.slice(0, 157)}…”` : `“${folded}”`;
}
