import type { DocumentBytes } from "../../../../sources/source.ts";
import type { Found } from "./found.ts";
import { reopenJson } from "./reopen-json.ts";
import { reopenPage } from "./reopen-page.ts";
import { reopenWorkbooks } from "./reopen-workbooks.ts";
import { reopenXml } from "./reopen-xml.ts";

/**
 * What stands at a locator; `undefined` where it leads nowhere.
 *
 * @throws DocumentError where the part of the document that it leads to cannot be read.
 */
export type Find = (locator: string) => Found | undefined;

/** As many bytes as tell what a document is. */
const BEGINNING = 1_000;

/**
 * Opens an archived document again, with none of the readers that facts were made with: what these took for granted is
 * asked anew. Its first bytes tell what it is.
 *
 * @throws DocumentError where it cannot be read.
 */
export function reopenDocument(document: DocumentBytes): Find {
  const beginning = Buffer.from(document.body.subarray(0, BEGINNING)).toString("utf8");
  const first = beginning.replace(/^\ufeff/, "").trimStart();
  if (/^[[{]/.test(first)) return reopenJson(document);
  if (!first.startsWith("<")) return reopenWorkbooks(document);
  return first.startsWith("<?xml") && !/<html\b/i.test(first) ? reopenXml(document) : reopenPage(document);
}
