/** A title without what editors vary: case, punctuation, accents, "&" for "and". */
export function foldedTitle(title: string): string {
  return title
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll("&", " and ")
    .replace(/[\u0300-\u036f'’]/g, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
