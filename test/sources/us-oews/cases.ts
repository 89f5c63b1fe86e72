import { DocumentError } from "../../../sources/reading/document-error.ts";
import type { DocumentBytes, Remark } from "../../../sources/source.ts";
import { type OewsExtract, oewsExtract } from "../../../sources/us-oews/oews-extract.ts";
import { usOews } from "../../../sources/us-oews/source.ts";
import { normaliseUsOews } from "../../../transforms/from-us-oews.ts";
import type { Fact } from "../../../transforms/model/model.ts";
import { type WrittenEdition, writtenEdition, zipDocument } from "./written-edition.ts";

export type Case = { readonly name: string; readonly document: DocumentBytes };

export type CaseReading = {
  readonly extract: OewsExtract;
  readonly facts: readonly Fact[];
  readonly remarks: readonly Remark[];
  readonly edition: string | undefined;
};

export const nationalEdition = () => writtenEdition("national-edition", "national", 2024);
export const sectorsEdition = () => writtenEdition("sectors-edition", "sectors", 2024);
export const hybridEdition = () => writtenEdition("hybrid-edition", "national", 2020);

export function cases(): Case[] {
  const editions: Readonly<Record<string, WrittenEdition>> = {
    "national-edition": nationalEdition(),
    "sectors-edition": sectorsEdition(),
    "hybrid-edition": hybridEdition(),
  };
  return Object.entries(editions).map(([name, edition]) => ({ name, document: zipDocument(edition) }));
}

/** Reads and normalises a document, as a run does; the extract goes through the store. */
export function readingOf(document: DocumentBytes): CaseReading {
  const kind = usOews.kindOf(document.url);
  const reader = usOews.readers[kind ?? ""];
  if (kind === undefined || reader === undefined) throw new Error(`Nothing reads ${document.url}.`);
  const read = reader.read(document);
  const extract = oewsExtract.parse(JSON.parse(JSON.stringify(read.extract)));
  const { facts, remarks, edition } = normaliseUsOews(kind, extract, { id: "c", sourceId: "us-oews" });
  return { extract, facts, remarks: [...read.remarks, ...remarks], edition };
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
