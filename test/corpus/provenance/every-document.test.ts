import { describe, expect, it } from "vitest";
import { SOURCES, sourceOf } from "../../../pipelines/registry.ts";
import { DocumentError } from "../../../sources/reading/document-error.ts";
import { unprovedFacts } from "../../pipelines/verify/provenance/proved-facts.ts";
import { readAsRun } from "../../sources/cases/read-as-run.ts";
import { hasCorpus, savedDocuments } from "./saved-documents.ts";

const documents = savedDocuments();

/** Facts that a source has at least in the saved documents: nothing was passed over. */
const FACTS: Readonly<Record<string, number>> = {
  "us-soc": 2_000,
  "us-ooh": 20_000,
  "us-ooh-xml": 500,
  "us-oews": 250_000,
  "us-projections": 10_000,
  "uk-soc": 30_000,
  "uk-ashe": 80_000,
  "uk-industries": 40_000,
  "uk-projections": 50,
  "uk-ncs": 20_000,
  "uk-lmi": 100,
  crosswalk: 2_000,
};

describe.runIf(hasCorpus)("every fact stands where its locator says", () => {
  it.each(SOURCES)("$source.id", ({ source, normalise }) => {
    const { readingOrRefusal } = readAsRun(source, normalise);
    let facts = 0;
    for (const { url, body } of documents) {
      if (sourceOf(url)?.source !== source) continue;
      const document = { url, mediaType: "", body: body() };
      const reading = readingOrRefusal(document);
      // What is no document of the source gives no facts: errors that a service answered with.
      if (reading instanceof DocumentError) continue;
      facts += reading.facts.length;
      expect(unprovedFacts(document, reading.facts), url).toEqual([]);
    }
    expect(facts).toBeGreaterThan(FACTS[source.id] ?? Number.POSITIVE_INFINITY);
  });
});
