import { DocumentError } from "../../../sources/reading/document-error.ts";
import type { DocumentBytes, Source } from "../../../sources/source.ts";
import type { CodeMention, Normalise, Normalised, Statement } from "../../../transforms/facts.ts";

/** What a document gives: the publisher's words, the facts, and what was met and not expected. */
export type DocumentReading<Extract = unknown> = Pick<Normalised, "facts" | "remarks" | "edition"> & {
  readonly kind: string;
  readonly extract: Extract;
  readonly mentions: readonly CodeMention[];
  readonly statements: readonly Statement[];
};

/** Reads and normalises documents of a source as a run does: extracts go through the store. The capture is called `c`. */
export function readAsRun<Extract = unknown>(source: Source, normalise: Normalise) {
  const readingOf = (document: DocumentBytes): DocumentReading<Extract> => {
    const root = source.roots.find(({ url }) => url === document.url);
    const kind = root?.kind ?? source.kindOf(document.url) ?? "";
    const reader = source.readers[kind];
    if (reader === undefined) throw new Error(`Nothing reads ${document.url}.`);
    const { extract, remarks } = reader.read(document);
    const stored = reader.schema.parse(JSON.parse(JSON.stringify(extract)));
    const said = normalise(kind, stored, { id: "c", sourceId: source.id });
    return {
      kind,
      extract: extract as Extract,
      facts: said.facts,
      mentions: said.mentions ?? [],
      statements: said.statements ?? [],
      remarks: [...remarks, ...said.remarks],
      edition: said.edition,
    };
  };

  /** Why a document is refused. */
  const refusalOf = (document: DocumentBytes): DocumentError => {
    const outcome = readingOrRefusal(document);
    if (outcome instanceof DocumentError) return outcome;
    throw new Error(`${document.url} was not refused; it gave ${outcome.facts.length} facts.`);
  };

  const readingOrRefusal = (document: DocumentBytes): DocumentReading<Extract> | DocumentError => {
    try {
      return readingOf(document);
    } catch (error) {
      if (error instanceof DocumentError) return error;
      throw error;
    }
  };

  return { readingOf, refusalOf, readingOrRefusal };
}
