import { readdirSync, readFileSync } from "node:fs";
import { basename, join, relative } from "node:path";
import type { DocumentBytes } from "../../../sources/source.ts";
import { usOoh } from "../../../sources/us-ooh/source.ts";
import { normaliseUsOoh } from "../../../transforms/from-us-ooh.ts";
import { readAsRun } from "../cases/read-as-run.ts";

const ROOT = join(import.meta.dirname, "..", "..", "..");

/** A folder for each case: what it proves is its name. */
export const CASES_FOLDER = join(ROOT, "test", "fixtures", "us-ooh");

/** The sample upstream: its documents are cases too, read where they stand. */
const SAMPLE_FOLDER = join(ROOT, "sources", "sample", "documents");

/** A document and what must be read in it. */
export type Case = { readonly name: string; readonly document: DocumentBytes };

/** The cases that are folders with a document of their own. */
export function writtenCases(): Case[] {
  return folders()
    .filter((name) => !name.startsWith("sample-"))
    .map(writtenCase);
}

/** The documents of the sample, `sample-actors` and so on. */
export function sampleCases(): Case[] {
  return readdirSync(SAMPLE_FOLDER, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".htm"))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => {
      const url = `https://${relative(SAMPLE_FOLDER, path).replaceAll("\\", "/")}`;
      return {
        name: `sample-${basename(path, ".htm")}`,
        document: documentOf(url, readFileSync(path, "utf8")),
      };
    });
}

export function folders(): string[] {
  return readdirSync(CASES_FOLDER).sort();
}

export function writtenCase(name: string): Case {
  const html = readFileSync(join(CASES_FOLDER, name, "document.htm"), "utf8");
  const url = /<link rel="canonical" href="([^"]+)">/.exec(html)?.[1];
  if (url === undefined) throw new Error(`${name}/document.htm has no canonical address.`);
  return { name, document: documentOf(url, html) };
}

export function sampleCase(name: string): Case {
  const found = sampleCases().find((sample) => sample.name === `sample-${name}`);
  if (found === undefined) throw new Error(`The sample has no document ${name}.htm.`);
  return found;
}

/** A change of a page: these words, which must stand there once, in place of those. */
export type Change = readonly [from: string, to: string];

/** The page of a case with some of its words changed. */
export function changed(name: string, ...changes: readonly Change[]): DocumentBytes {
  const { document } = writtenCase(name);
  const html = changes.reduce((page, [from, to]) => {
    const places = page.split(from).length - 1;
    if (places !== 1) throw new Error(`“${from}” stands ${places} times in ${name}/document.htm, not once.`);
    return page.replace(from, () => to);
  }, Buffer.from(document.body).toString("utf8"));
  return documentOf(document.url, html);
}

export const { readingOf, refusalOf } = readAsRun(usOoh, normaliseUsOoh);

function documentOf(url: string, html: string): DocumentBytes {
  return { url, mediaType: "text/html", body: Buffer.from(html) };
}
