import { expect, test } from "vitest";
import { crosswalk } from "../../../sources/crosswalk/source.ts";
import { documentOf } from "../workbooks/written-workbook.ts";
import { cases } from "./cases.ts";

test.each([
  ["https://www.bls.gov/soc/2018/soc_2010_to_2018_crosswalk.xlsx", "editions"],
  ["https://www.bls.gov/soc/isco_soc_crosswalk.xls", "isco"],
  ["https://www.bls.gov/soc/2018/soc_structure_2018.xlsx", undefined],
  ["https://www.bls.gov/soc/2028/soc_2018_to_2028_crosswalk.xlsx", undefined],
])("at %s stands a document of kind %s", (url, kind) => {
  expect(crosswalk.kindOf(url)).toBe(kind);
});

test("every root is recognised as what it is, has a reader, and lists nothing", () => {
  for (const root of crosswalk.roots) {
    expect(crosswalk.kindOf(root.url)).toBe(root.kind);
    expect(crosswalk.readers[root.kind]?.kind).toBe(root.kind);
    expect(crosswalk.listedBy(root, {})).toEqual([]);
    expect(crosswalk.codeOf(root)).toBeUndefined();
  }
});

test.each(["editions", "isco"])("an extract of %s that comes back from the store is validated", (name) => {
  const { extract } = cases.readingOf(documentOf(cases.written(name)));
  const schema = crosswalk.readers[name]?.schema;
  expect(schema?.parse(JSON.parse(JSON.stringify(extract)))).toEqual(extract);
  expect(schema?.safeParse({ ...(extract as object), more: 1 }).success).toBe(false);
});

test("the workbook of the crosswalk to ISCO-08 is refused where it is cut off", () => {
  const { url, mediaType, body } = documentOf(cases.written("isco"));
  const half = body.subarray(0, body.length / 2);
  expect(() => crosswalk.readers.isco?.read({ url, mediaType, body: half })).toThrow(/a whole workbook/);
});
