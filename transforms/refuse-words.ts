import { DocumentError, quoted } from "../sources/reading/document-error.ts";
import type { Quote } from "../sources/reading/page.ts";

/** A document says something that no table of wordings knows, or contradicts itself: it is refused. */
export function refuseWords({ url }: { readonly url: string }, { text, at }: Quote, expected: string): never {
  throw new DocumentError({ url, locator: at, expected, found: quoted(text) });
}
