import { expect, test } from "vitest";
import { usSoc } from "../../../sources/us-soc/source.ts";
import { documentOf } from "../workbooks/written-workbook.ts";
import { cases } from "./cases.ts";

test.each([
  ["https://www.bls.gov/soc/2018/soc_structure_2018.xlsx", "structure"],
  ["https://www.bls.gov/soc/2018/soc_2018_definitions.xlsx", "definitions"],
  ["https://www.bls.gov/soc/2018/soc_2018_direct_match_title_file.xlsx", undefined],
  ["https://www.bls.gov/soc/2018/soc_2010_to_2018_crosswalk.xlsx", undefined],
  ["https://www.bls.gov/soc/2028/soc_structure_2018.xlsx", undefined],
])("at %s stands a document of kind %s", (url, kind) => {
  expect(usSoc.kindOf(url)).toBe(kind);
});

test("every root is recognised as what it is, has a reader, and lists nothing", () => {
  for (const root of usSoc.roots) {
    expect(usSoc.kindOf(root.url)).toBe(root.kind);
    expect(usSoc.readers[root.kind]?.kind).toBe(root.kind);
    expect(usSoc.listedBy(root, {})).toEqual([]);
    expect(usSoc.codeOf(root)).toBeUndefined();
  }
});

test("the workbook with the definitions comes first by its address, so that its words stand", () => {
  const urls = usSoc.roots.map(({ url }) => url).sort();
  expect(urls.map((url) => usSoc.kindOf(url))).toEqual(["definitions", "structure"]);
});

test.each(["structure", "definitions"])(
  "an extract of %s that comes back from the store is validated",
  (name) => {
    const { extract } = cases.readingOf(documentOf(cases.written(name)));
    const schema = usSoc.readers[name]?.schema;
    expect(schema?.parse(JSON.parse(JSON.stringify(extract)))).toEqual(extract);
    expect(schema?.safeParse({ ...(extract as object), more: 1 }).success).toBe(false);
  },
);
