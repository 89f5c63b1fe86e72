import type { DocumentBytes } from "../../../sources/source.ts";
import type { AsheExtract } from "../../../sources/uk-ashe/ashe-extract.ts";
import { ukAshe } from "../../../sources/uk-ashe/source.ts";
import { normaliseUkAshe } from "../../../transforms/from-uk-ashe.ts";
import { readAsRun } from "../cases/read-as-run.ts";
import { type WrittenEdition, workbookDocument, writtenEdition, zipDocument } from "./written-edition.ts";

export type Case = { readonly name: string; readonly document: DocumentBytes };

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

export const { readingOf, refusalOf } = readAsRun<AsheExtract>(ukAshe, normaliseUkAshe);
