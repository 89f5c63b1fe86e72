import { type OccupationDocument, readDocuments } from "./document/document.ts";
import { type PrintedDocument, printDocument } from "./document/print-document.ts";
import { createJson } from "./json.ts";
import { createNdjson } from "./ndjson.ts";
import { createPages } from "./report/pages.ts";
import type { Snapshot } from "./sqlite/open-snapshot.ts";
import type { WrittenFile } from "./written-file.ts";

/** A format that takes the documents one by one. */
export type DocumentWriter = {
  readonly write: (document: OccupationDocument, printed: PrintedDocument) => void;
  readonly finish: () => readonly WrittenFile[];
};

/** Writes the documents of a snapshot in every format that is made of them; each is built once. */
export function writeDocuments({ connection }: Snapshot, folder: string): readonly WrittenFile[] {
  const writers = [createJson(folder), createNdjson(folder), createPages(folder)];
  for (const document of readDocuments(connection)) {
    const printed = printDocument(document);
    for (const writer of writers) writer.write(document, printed);
  }
  return writers.flatMap((writer) => writer.finish());
}
