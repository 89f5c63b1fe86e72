import { expect, test } from "vitest";
import { ukSoc } from "../../../sources/uk-soc/source.ts";
import { documentOf } from "../workbooks/written-workbook.ts";
import { cases } from "./cases.ts";

const FOLDER =
  "https://www.ons.gov.uk/file?uri=/methodology/classificationsandstandards/standardoccupationalclassificationsoc/soc2020";

test.each([
  [`${FOLDER}/soc2020volume1structureanddescriptionsofunitgroups/soc2020volume1v1.xlsx`, "structure"],
  [
    `${FOLDER}/soc2020volume2codingrulesandconventions/soc2020volume2thecodingindexexcel22022024.xlsx`,
    "coding-index",
  ],
  [`${FOLDER}/soc2020volume2codingrulesandconventions/older/soc2020volume2.xlsx`, undefined],
  [`${FOLDER}/soc2020volume2codingrulesandconventions/soc2020volume2.pdf`, undefined],
  [`${FOLDER}/soc2020volume3thenationalstatisticssocioeconomicclassification/nssec.xlsx`, undefined],
  [`${FOLDER.replace("www.ons", "cy.ons")}/soc2020volume2codingrulesandconventions/a.xlsx`, undefined],
  ["https://www.ons.gov.uk/file", undefined],
  ["no address", undefined],
])("at %s stands a document of kind %s", (url, kind) => {
  expect(ukSoc.kindOf(url)).toBe(kind);
});

test("every root is recognised as what it is, has a reader, and lists nothing", () => {
  for (const root of ukSoc.roots) {
    expect(ukSoc.kindOf(root.url)).toBe(root.kind);
    expect(ukSoc.readers[root.kind]?.kind).toBe(root.kind);
    expect(ukSoc.listedBy(root, {})).toEqual([]);
    expect(ukSoc.codeOf(root)).toBeUndefined();
  }
});

test("both volumes belong to one edition", () => {
  const editions = cases.names.map((name) => cases.readingOf(documentOf(cases.written(name))).edition);
  expect(editions).toEqual(["SOC 2020", "SOC 2020"]);
});

test.each(["structure", "coding-index"])(
  "an extract of %s that comes back from the store is validated",
  (name) => {
    const { extract } = cases.readingOf(documentOf(cases.written(name)));
    const schema = ukSoc.readers[name]?.schema;
    expect(schema?.parse(JSON.parse(JSON.stringify(extract)))).toEqual(extract);
    expect(schema?.safeParse({ ...(extract as object), more: 1 }).success).toBe(false);
  },
);
