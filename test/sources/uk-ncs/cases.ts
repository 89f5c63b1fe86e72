import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { DocumentBytes } from "../../../sources/source.ts";
import type { ProfileExtract } from "../../../sources/uk-ncs/profile-extract.ts";
import { ukNcs } from "../../../sources/uk-ncs/source.ts";
import { normaliseUkNcs } from "../../../transforms/from-uk-ncs.ts";
import { readAsRun } from "../cases/read-as-run.ts";

const ROOT = join(import.meta.dirname, "..", "..", "..");
const HOST = "nationalcareers.service.gov.uk";

/** A folder for each case: what it proves is its name. */
export const CASES_FOLDER = join(ROOT, "test", "fixtures", "uk-ncs");

/** The sample upstream: its profiles are cases too, read where they stand. */
const SAMPLE_FOLDER = join(ROOT, "sources", "sample", "documents", HOST);

/** A document and what must be read in it. */
export type Case = { readonly name: string; readonly document: DocumentBytes };

export function folders(): string[] {
  return readdirSync(CASES_FOLDER).sort();
}

export function allCases(): Case[] {
  return [
    ...folders()
      .filter((name) => !name.startsWith("sample-"))
      .map(writtenCase),
    ...sampleCases(),
  ];
}

function writtenCase(name: string): Case {
  return { name, document: documentOf(readFileSync(join(CASES_FOLDER, name, "document.html"), "utf8")) };
}

/** The profiles of the sample, `sample-actor` and so on. */
export function sampleCases(): Case[] {
  const folder = join(SAMPLE_FOLDER, "job-profiles");
  return readdirSync(folder)
    .sort()
    .map((file) => ({
      name: `sample-${file.replace(/\.html$/, "")}`,
      document: documentOf(readFileSync(join(folder, file), "utf8")),
    }));
}

/** A sitemap of the sample, by its path. */
export function sampleSitemap(path: string): DocumentBytes {
  return {
    url: `https://${HOST}/${path}`,
    mediaType: "application/xml",
    body: readFileSync(join(SAMPLE_FOLDER, path)),
  };
}

/** A change of a page: these words, which must stand there once, in place of those. */
export type Change = readonly [from: string | RegExp, to: string];

/** The plain page with some of its words changed. */
export function changed(...changes: readonly Change[]): DocumentBytes {
  return changedCase("plain-page", ...changes);
}

export function changedCase(name: string, ...changes: readonly Change[]): DocumentBytes {
  const { document } = writtenCase(name);
  const html = changes.reduce((page, [from, to]) => {
    const pattern =
      typeof from === "string" ? new RegExp(from.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"), "g") : from;
    const places = [...page.matchAll(new RegExp(pattern.source, "g"))].length;
    if (places !== 1) throw new Error(`“${from}” stands ${places} times in ${name}/document.html, not once.`);
    return page.replace(new RegExp(pattern.source), () => to);
  }, Buffer.from(document.body).toString("utf8"));
  return { ...document, body: Buffer.from(html) };
}

export const { readingOf, refusalOf } = readAsRun<ProfileExtract>(ukNcs, normaliseUkNcs);

/** The page's address stands in it. */
function documentOf(html: string): DocumentBytes {
  const url = /<link rel="canonical" href="([^"]+)"/.exec(html)?.[1]?.replaceAll("&#x27;", "'");
  if (url === undefined) throw new Error("A page without a canonical address is no case.");
  return { url, mediaType: "text/html", body: Buffer.from(html) };
}
