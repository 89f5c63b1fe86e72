import { readFileSync } from "node:fs";
import { join } from "node:path";
import { corpus } from "../us-ooh/corpus.ts";

/** The compilation of the corpus is transcribed from the pages beside it, with the quirks of the real file. */
export const savedCompilation = (): Buffer =>
  readFileSync(join(corpus, "hosts", "www.bls.gov", "ooh", "xml-compilation.xml"));

const extra = (name: string): string => readFileSync(join(corpus, "extras", "ooh", name), "utf8");

/** Four occupations of the real file, cut short. */
export const realExcerpt = (): string => extra("ooh-xml-compilation_2024-34_2026-02-05_ABRIDGED-EXCERPT.xml");

/** One projections table of the real file. */
export const realTable = (): string => extra("fragment_airline-and-commercial-pilots_section_datatable.txt");
