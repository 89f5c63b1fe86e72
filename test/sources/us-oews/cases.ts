import type { DocumentBytes } from "../../../sources/source.ts";
import type { OewsExtract } from "../../../sources/us-oews/oews-extract.ts";
import { usOews } from "../../../sources/us-oews/source.ts";
import { normaliseUsOews } from "../../../transforms/from-us-oews.ts";
import { readAsRun } from "../cases/read-as-run.ts";
import { type WrittenEdition, writtenEdition, zipDocument } from "./written-edition.ts";

export type Case = { readonly name: string; readonly document: DocumentBytes };

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

export const { readingOf, refusalOf } = readAsRun<OewsExtract>(usOews, normaliseUsOews);
