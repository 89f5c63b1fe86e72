import { describe, expect, test } from "vitest";
import { DocumentError } from "../../../../sources/reading/document-error.ts";
import type { DocumentBytes } from "../../../../sources/source.ts";
import type { Fact } from "../../../../transforms/model/model.ts";
import { cases as crosswalk } from "../../../sources/crosswalk/cases.ts";
import * as ukAshe from "../../../sources/uk-ashe/cases.ts";
import { cases as ukIndustries } from "../../../sources/uk-industries/cases.ts";
import * as ukLmi from "../../../sources/uk-lmi/cases.ts";
import * as ukNcs from "../../../sources/uk-ncs/cases.ts";
import { cases as ukProjections } from "../../../sources/uk-projections/cases.ts";
import { cases as ukSoc } from "../../../sources/uk-soc/cases.ts";
import * as usOews from "../../../sources/us-oews/cases.ts";
import * as usOoh from "../../../sources/us-ooh/cases.ts";
import * as usOohXml from "../../../sources/us-ooh-xml/cases.ts";
import { cases as usProjections } from "../../../sources/us-projections/cases.ts";
import { cases as usSoc } from "../../../sources/us-soc/cases.ts";
import { documentOf } from "../../../sources/workbooks/written-workbook.ts";
import { unprovedFacts } from "./proved-facts.ts";

type Read = { readonly name: string; readonly document: DocumentBytes; readonly facts: readonly Fact[] };

const inWorkbooks = ({ names, written, readingOf }: typeof crosswalk): Read[] =>
  names.map((name) => {
    const document = documentOf(written(name));
    return { name, document, facts: readingOf(document).facts };
  });

const inDocuments = (
  cases: readonly { readonly name: string; readonly document: DocumentBytes }[],
  readingOf: (document: DocumentBytes) => { readonly facts: readonly Fact[] },
): Read[] => cases.map(({ name, document }) => ({ name, document, facts: readingOf(document).facts }));

const inAnswers: Read[] = ukLmi.caseNames().flatMap((name) => {
  const document = ukLmi.documentOf(name);
  const reading = ukLmi.readingOrRefusal(document);
  return reading instanceof DocumentError ? [] : [{ name, document, facts: reading.facts }];
});

const inXml: Read[] = usOohXml
  .folders()
  .filter((name) => !name.startsWith("sample-"))
  .map((name) => ({ name, xml: usOohXml.writtenXml(name) }))
  .concat({ name: "sample", xml: usOohXml.sampleXml() })
  .map(({ name, xml }) => ({
    name,
    document: usOohXml.documentOf(xml),
    facts: usOohXml.readingOf(xml).facts,
  }));

const SOURCES: Readonly<Record<string, readonly Read[]>> = {
  crosswalk: inWorkbooks(crosswalk),
  "uk-ashe": inDocuments(ukAshe.cases(), ukAshe.readingOf),
  "uk-industries": inWorkbooks(ukIndustries),
  "uk-lmi": inAnswers,
  "uk-ncs": inDocuments(ukNcs.allCases(), ukNcs.readingOf),
  "uk-projections": inWorkbooks(ukProjections),
  "uk-soc": inWorkbooks(ukSoc),
  "us-oews": inDocuments(usOews.cases(), usOews.readingOf),
  "us-ooh": inDocuments([...usOoh.writtenCases(), ...usOoh.sampleCases()], usOoh.readingOf),
  "us-ooh-xml": inXml,
  "us-projections": inWorkbooks(usProjections),
  "us-soc": inWorkbooks(usSoc),
};

describe.each(Object.entries(SOURCES))("%s", (_, cases) => {
  test.each(cases)("$name: every fact stands where its locator says", ({ document, facts }) => {
    expect(unprovedFacts(document, facts)).toEqual([]);
  });

  test("has facts to look up", () => {
    expect(cases.flatMap(({ facts }) => facts).length).toBeGreaterThan(0);
  });
});
