import { DocumentError } from "../../../sources/reading/document-error.ts";
import type { DocumentBytes, Remark } from "../../../sources/source.ts";
import { usProjections } from "../../../sources/us-projections/source.ts";
import { normaliseUsProjections } from "../../../transforms/from-us-projections.ts";
import type { Fact } from "../../../transforms/model/model.ts";

export type ProjectionsReading = {
  readonly facts: readonly Fact[];
  readonly remarks: readonly Remark[];
  readonly edition: string | undefined;
};

/** Reads and normalises a document, as a run does; the capture is called `c`. */
export function readingOf(document: DocumentBytes): ProjectionsReading {
  const kind = usProjections.kindOf(document.url) ?? "";
  const reader = usProjections.readers[kind];
  if (reader === undefined) throw new Error(`Nothing reads ${document.url}.`);
  const { extract, remarks } = reader.read(document);
  const stored = reader.schema.parse(JSON.parse(JSON.stringify(extract)));
  const said = normaliseUsProjections(kind, stored, { id: "c", sourceId: usProjections.id });
  return { facts: said.facts, edition: said.edition, remarks: [...remarks, ...said.remarks] };
}

/** Why a document is refused. */
export function refusalOf(document: DocumentBytes): DocumentError {
  let reading: ProjectionsReading;
  try {
    reading = readingOf(document);
  } catch (error) {
    if (error instanceof DocumentError) return error;
    throw error;
  }
  throw new Error(`${document.url} was not refused; it gave ${reading.facts.length} facts.`);
}
