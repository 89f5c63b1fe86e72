import { expect, test } from "vitest";
import { ukProjections } from "../../../sources/uk-projections/source.ts";
import { documentOf } from "../workbooks/written-workbook.ts";
import { cases } from "./cases.ts";

const [root] = ukProjections.roots;
const OLDER =
  "https://assets.publishing.service.gov.uk/media/63f4c9a2e90e077bb0f6b8b5/EN_MainTables.Main.xlsm";

test.each([
  [root?.url ?? "", "workbook"],
  [OLDER, "workbook"],
  [OLDER.replace("EN_", "WA_"), undefined],
  [OLDER.replace("xlsm", "pdf"), undefined],
  ["https://www.gov.uk/government/publications/labour-market-and-skills-projections-2020-to-2035", undefined],
])("at %s stands a document of kind %s", (url, kind) => {
  expect(ukProjections.kindOf(url)).toBe(kind);
});

test("the workbook that is asked for has the word before every other", () => {
  const addresses = [OLDER, root?.url ?? ""].map((url) => ({ kind: "workbook", url }));
  expect(addresses.sort(ukProjections.series)[0]).toEqual(root);
});

test("a workbook with macros is lawful, whether or not the server knows its type", () => {
  const types = ukProjections.readers.workbook?.expectation.mediaTypes;
  expect(types).toEqual(["application/vnd.ms-excel.sheet.macroenabled.12", "application/octet-stream"]);
});

test("an extract that comes back from the store is validated", () => {
  const { extract } = cases.readingOf(documentOf(cases.written("main-tables")));
  const schema = ukProjections.readers.workbook?.schema;
  expect(schema?.parse(JSON.parse(JSON.stringify(extract)))).toEqual(extract);
  expect(schema?.safeParse({ ...(extract as object), more: 1 }).success).toBe(false);
});
