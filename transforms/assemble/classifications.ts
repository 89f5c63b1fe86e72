import { DocumentError } from "../../sources/reading/document-error.ts";
import type { Fact } from "../model/model.ts";
import type { AssembledDocument } from "./assemble.ts";

/** What the documents so far say of classifications: which unit groups there are, and what they are called. */
export type Classifications = {
  readonly note: (facts: readonly Fact[]) => void;
  /** `undefined` where the scheme has no such unit group. */
  readonly titleOf: (scheme: string, code: string) => string | undefined;
  readonly has: (scheme: string) => boolean;
  /** @throws DocumentError where a document has figures for some unit groups of the scheme and lacks others. */
  readonly refuseUnlessCovered: (document: AssembledDocument, scheme: string) => void;
};

export function createClassifications(): Classifications {
  const units = new Map<string, Map<string, string>>();
  return {
    note: (facts) => {
      for (const { table, row } of facts) {
        if (table !== "occupation" || row.level !== "unit") continue;
        const known = units.get(row.scheme) ?? new Map<string, string>();
        units.set(row.scheme, known.set(row.code, row.title));
      }
    },
    titleOf: (scheme, code) => units.get(scheme)?.get(code),
    has: (scheme) => units.has(scheme),
    refuseUnlessCovered: (document, scheme) => {
      const told = codesOf(document, scheme);
      const missing =
        told.size === 0 ? [] : [...(units.get(scheme)?.keys() ?? [])].filter((code) => !told.has(code));
      if (missing.length === 0) return;
      throw new DocumentError({
        url: document.url,
        locator: "the whole document",
        expected: `figures for each unit group of ${scheme}`,
        found: `none for ${missing.sort().slice(0, 10).join(", ")}${missing.length > 10 ? ` … (${missing.length})` : ""}`,
      });
    },
  };
}

/** The codes of a scheme that a document has facts about. */
function codesOf({ facts }: AssembledDocument, scheme: string): Set<string> {
  const prefix = `${scheme}/`;
  const codes = new Set<string>();
  for (const { row } of facts)
    if ("occupation_id" in row && row.occupation_id.startsWith(prefix))
      codes.add(row.occupation_id.slice(prefix.length));
  return codes;
}
