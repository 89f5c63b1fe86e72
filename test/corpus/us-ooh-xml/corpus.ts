import { readFileSync } from "node:fs";
import { savedAt } from "../saved.ts";

/** The compilation of the corpus is transcribed from the pages beside it, with the quirks of the real file. */
export const savedCompilation = (): Buffer =>
  readFileSync(savedAt("hosts", "www.bls.gov", "ooh", "xml-compilation.xml"));

const extra = (name: string): string => readFileSync(savedAt("extras", "ooh", name), "utf8");

/** Four occupations of the real file, cut short. */
export const realExcerpt = (): string => extra("ooh-xml-compilation_2024-34_2026-02-05_ABRIDGED-EXCERPT.xml");

/** One projections table of the real file. */
export const realTable = (): string => extra("fragment_airline-and-commercial-pilots_section_datatable.txt");
