import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { DocumentError } from "../../../sources/reading/document-error.ts";
import type { DocumentBytes } from "../../../sources/source.ts";
import type { CompilationExtract } from "../../../sources/us-ooh-xml/compilation-extract.ts";
import { usOohXml } from "../../../sources/us-ooh-xml/source.ts";
import { normaliseUsOohXml } from "../../../transforms/from-us-ooh-xml.ts";
import { type DocumentReading, readAsRun } from "../cases/read-as-run.ts";

const ROOT = join(import.meta.dirname, "..", "..", "..");

/** A folder for each case: what it proves is its name; `sample-<slug>` is an occupation of the sample. */
export const CASES_FOLDER = join(ROOT, "test", "fixtures", "us-ooh-xml");

const SAMPLE = join(ROOT, "sources", "sample", "documents", "www.bls.gov", "ooh", "xml-compilation.xml");

export const ADDRESS = "https://www.bls.gov/ooh/xml-compilation.xml";

type CaseReading = DocumentReading<CompilationExtract>;

export function folders(): string[] {
  return readdirSync(CASES_FOLDER).sort();
}

export function documentOf(xml: string): DocumentBytes {
  return { url: ADDRESS, mediaType: "application/xml", body: Buffer.from(xml) };
}

export const sampleXml = (): string => readFileSync(SAMPLE, "utf8");

export const writtenXml = (name: string): string =>
  readFileSync(join(CASES_FOLDER, name, "document.xml"), "utf8");

const run = readAsRun<CompilationExtract>(usOohXml, normaliseUsOohXml);

export const readingOf = (xml: string): CaseReading => run.readingOf(documentOf(xml));
export const refusalOf = (xml: string): DocumentError => run.refusalOf(documentOf(xml));

/** What is said of one occupation. */
export function about(
  slug: string,
  reading: CaseReading,
): Pick<DocumentReading, "extract" | "facts" | "statements" | "remarks"> {
  const own = reading.extract.occupations.find(({ url }) => url.endsWith(`/${slug}.htm`));
  if (own === undefined) throw new Error(`The compilation has no occupation ${slug}.`);
  const isOwn = ({ locator }: { readonly locator: string }) => locator.includes(own.at);
  return {
    extract: own,
    facts: reading.facts.filter(({ row }) => isOwn(row)),
    statements: reading.statements.filter(isOwn),
    remarks: reading.remarks.filter(isOwn),
  };
}

/** Words in place of others that must stand there, once. */
export type Change = readonly [from: string, to: string];

export function changed(xml: string, ...changes: readonly Change[]): string {
  return changes.reduce((text, [from, to]) => {
    const places = text.split(from).length - 1;
    if (places !== 1) throw new Error(`“${from}” stands ${places} times, not once.`);
    return text.replace(from, () => to);
  }, xml);
}
