import { DocumentError } from "./document-error.ts";

/**
 * The text of a whole document.
 *
 * @param place what an error calls the place: the document has no smaller one.
 * @throws DocumentError where the bytes are not UTF-8: a replacement character would be a guess.
 */
export function textInUtf8(url: string, body: Uint8Array, place: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(body);
  } catch {
    const found = "bytes that are not UTF-8";
    throw new DocumentError({ url, locator: place, expected: "text in UTF-8", found });
  }
}
