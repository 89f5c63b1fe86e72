import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { DocumentError } from "../../../sources/reading/document-error.ts";
import type { DocumentBytes, Remark } from "../../../sources/source.ts";
import { ukLmi } from "../../../sources/uk-lmi/source.ts";
import { normaliseUkLmi } from "../../../transforms/from-uk-lmi.ts";
import type { Fact } from "../../../transforms/model/model.ts";

/** A folder for each case: what it proves is its name. */
export const CASES_FOLDER = join(import.meta.dirname, "..", "..", "fixtures", "uk-lmi");

/** What a document gives: the publisher's words, the facts, and what was met and not expected. */
export type CaseReading = {
  readonly kind: string;
  readonly extract: unknown;
  readonly facts: readonly Fact[];
  readonly remarks: readonly Remark[];
  readonly edition: string | undefined;
};

export function caseNames(): string[] {
  return readdirSync(CASES_FOLDER).sort();
}

/** The document of a case: `address.txt` is the request that it answers. */
export function documentOf(name: string): DocumentBytes {
  const [url, body] = ["address.txt", "document.json"].map((file) =>
    readFileSync(join(CASES_FOLDER, name, file)),
  );
  return answer(`${url}`.trim(), `${body}`);
}

export function answer(url: string, body: string): DocumentBytes {
  return { url, mediaType: "application/json", body: Buffer.from(body) };
}

/** Reads and normalises a document, as a run does; the capture is called `c`. */
export function readingOf(document: DocumentBytes): CaseReading {
  const kind = ukLmi.kindOf(document.url);
  const reader = ukLmi.readers[kind ?? ""];
  if (kind === undefined || reader === undefined) throw new Error(`Nothing reads ${document.url}.`);
  const { extract, remarks } = reader.read(document);
  const stored = reader.schema.parse(JSON.parse(JSON.stringify(extract)));
  const said = normaliseUkLmi(kind, stored, { id: "c", sourceId: ukLmi.id });
  return {
    kind,
    extract,
    facts: said.facts,
    remarks: [...remarks, ...said.remarks],
    edition: said.edition,
  };
}

/** Why a document is refused. */
export function refusalOf(document: DocumentBytes): DocumentError {
  let reading: CaseReading;
  try {
    reading = readingOf(document);
  } catch (error) {
    if (error instanceof DocumentError) return error;
    throw error;
  }
  throw new Error(`${document.url} was not refused; it gave ${reading.facts.length} facts.`);
}
