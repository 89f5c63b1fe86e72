import { DocumentError, quoted } from "../../../../sources/reading/document-error.ts";
import { fold } from "../../../../sources/reading/text.ts";
import { textInUtf8 } from "../../../../sources/reading/utf8.ts";
import type { DocumentBytes } from "../../../../sources/source.ts";
import { type Found, foundWords } from "./found.ts";
import type { Find } from "./reopen-document.ts";

/** Locators are JSON pointers (RFC 6901): `/body/series/0`. */
export function reopenJson(document: DocumentBytes): Find {
  const content = contentOf(document);
  return (locator) => {
    const value = locator.split("/").slice(1).map(unescaped).reduce(valueIn, content);
    return value === undefined ? undefined : foundIn(value);
  };
}

function contentOf({ url, body }: DocumentBytes): unknown {
  const locator = "the whole document";
  const text = textInUtf8(url, body, locator);
  try {
    return JSON.parse(text);
  } catch {
    throw new DocumentError({ url, locator, expected: "JSON", found: quoted(text) });
  }
}

function unescaped(step: string): string {
  return step.replaceAll("~1", "/").replaceAll("~0", "~");
}

function valueIn(value: unknown, step: string): unknown {
  const isThere = typeof value === "object" && value !== null && Object.keys(value).includes(step);
  return isThere ? (value as Readonly<Record<string, unknown>>)[step] : undefined;
}

/** A text may say more than one fact takes from it: a task a line. */
function foundIn(value: unknown): Found {
  if (typeof value === "string") return foundWords(fold(value), { isWide: true });
  return foundWords(JSON.stringify(value), { number: typeof value === "number" ? value : undefined });
}
