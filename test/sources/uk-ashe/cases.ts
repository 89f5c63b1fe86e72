import { DocumentError } from "../../../sources/reading/document-error.ts";
import type { DocumentBytes, Remark } from "../../../sources/source.ts";
import { type AsheExtract, asheExtract } from "../../../sources/uk-ashe/ashe-extract.ts";
import { ukAshe } from "../../../sources/uk-ashe/source.ts";
import { normaliseUkAshe } from "../../../transforms/from-uk-ashe.ts";
import type { Fact } from "../../../transforms/model/model.ts";
import { type WrittenEdition, workbookDocument, writtenEdition, zipDocument } from "./written-edition.ts";

export type Case = { readonly name: string; readonly document: DocumentBytes };

export type CaseReading = {
  readonly extract: AsheExtract;
  readonly facts: readonly Fact[];
  readonly remarks: readonly Remark[];
  readonly edition: string | undefined;
};

/** A whole edition in SOC 2020, as zipped by the publisher. */
export function provisionalEdition(): WrittenEdition {
  return writtenEdition("provisional-edition", { year: 2024, isProvisional: true, classification: "SOC20" });
}

/** A workbook that a person saved, in the older binary form. */
export function loneEdition(): WrittenEdition {
  return writtenEdition("lone-workbook", { year: 2022, isProvisional: true, classification: "SOC20" });
}

/** An edition in the classification before. */
export function soc2010Edition(): WrittenEdition {
  return writtenEdition("soc-2010-codes", { year: 2021, isProvisional: true, classification: "SOC10" });
}

export function cases(): Case[] {
  return [
    { name: "provisional-edition", document: zipDocument(provisionalEdition()) },
    { name: "lone-workbook", document: workbookDocument(loneEdition(), "14.7a", "2022provisional") },
    { name: "soc-2010-codes", document: workbookDocument(soc2010Edition(), "14.7a", "2021provisional") },
  ];
}

/** Reads and normalises a document, as a run does; the extract goes through the store. */
export function readingOf(document: DocumentBytes): CaseReading {
  const kind = ukAshe.kindOf(document.url);
  const reader = ukAshe.readers[kind ?? ""];
  if (kind === undefined || reader === undefined) throw new Error(`Nothing reads ${document.url}.`);
  const read = reader.read(document);
  const extract = asheExtract.parse(JSON.parse(JSON.stringify(read.extract)));
  const { facts, remarks, edition } = normaliseUkAshe(kind, extract, { id: "c", sourceId: "uk-ashe" });
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
