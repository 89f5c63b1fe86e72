import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { DocumentError } from "../../../sources/reading/document-error.ts";
import type { DocumentBytes, Remark } from "../../../sources/source.ts";
import type { CompilationExtract } from "../../../sources/us-ooh-xml/compilation-extract.ts";
import { usOohXml } from "../../../sources/us-ooh-xml/source.ts";
import type { Statement } from "../../../transforms/facts.ts";
import { normaliseUsOohXml } from "../../../transforms/from-us-ooh-xml.ts";
import type { Fact } from "../../../transforms/model/model.ts";

const ROOT = join(import.meta.dirname, "..", "..", "..");

/** A folder for each case: what it proves is its name; `sample-<slug>` is an occupation of the sample. */
export const CASES_FOLDER = join(ROOT, "test", "fixtures", "us-ooh-xml");

const SAMPLE = join(ROOT, "sources", "sample", "documents", "www.bls.gov", "ooh", "xml-compilation.xml");

export const ADDRESS = "https://www.bls.gov/ooh/xml-compilation.xml";

export type CaseReading = {
  readonly extract: CompilationExtract;
  readonly facts: readonly Fact[];
  readonly statements: readonly Statement[];
  readonly remarks: readonly Remark[];
  readonly edition: string | undefined;
};

export function folders(): string[] {
  return readdirSync(CASES_FOLDER).sort();
}

export function documentOf(xml: string): DocumentBytes {
  return { url: ADDRESS, mediaType: "application/xml", body: Buffer.from(xml) };
}

export const sampleXml = (): string => readFileSync(SAMPLE, "utf8");

export const writtenXml = (name: string): string =>
  readFileSync(join(CASES_FOLDER, name, "document.xml"), "utf8");

/** Reads and normalises a compilation, as a run does; the capture is called `c`. */
export function readingOf(xml: string): CaseReading {
  const reader = usOohXml.readers.compilation;
  if (reader === undefined) throw new Error("Nothing reads the compilation.");
  const { extract, remarks } = reader.read(documentOf(xml));
  const stored: unknown = JSON.parse(JSON.stringify(reader.schema.parse(extract)));
  const capture = { id: "c", sourceId: "us-ooh-xml" };
  const { facts, statements = [], edition, ...more } = normaliseUsOohXml("compilation", stored, capture);
  return {
    extract: extract as CompilationExtract,
    ...{ facts, statements, edition, remarks: [...remarks, ...more.remarks] },
  };
}

/** What is said of one occupation. */
export function about(
  slug: string,
  reading: CaseReading,
): Omit<CaseReading, "extract" | "edition"> & {
  readonly extract: unknown;
} {
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

export function refusalOf(xml: string): DocumentError {
  try {
    readingOf(xml);
  } catch (error) {
    if (error instanceof DocumentError) return error;
    throw error;
  }
  throw new Error("The compilation was read.");
}
