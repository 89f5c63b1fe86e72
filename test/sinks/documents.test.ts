import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { listFiles } from "../../sinks/digest.ts";
import { documentPath } from "../../sinks/document/file-name.ts";
import { writeDocuments } from "../../sinks/documents.ts";
import { type AnyRow, rowOf, SMALL_DATASET } from "./small-dataset.ts";
import { openSmallSnapshot } from "./small-snapshot.ts";
import { temporaryFolder } from "./temporary-folder.ts";

type Json = { readonly [key: string]: Json } & readonly Json[];

function writeSmallDocuments(rows: readonly AnyRow[] = SMALL_DATASET): string {
  const folder = temporaryFolder();
  writeDocuments(openSmallSnapshot(rows), folder);
  return folder;
}

function readJson(folder: string, path: string): Json {
  return JSON.parse(readFileSync(join(folder, path), "utf8"));
}

const nurse = () => readJson(writeSmallDocuments(), "json/us-ooh/registered-nurses.json");

test("every occupation has a document, and the index lists them all in the order of their ids", () => {
  const folder = writeSmallDocuments();
  const index = readJson(folder, "json/index.json");
  const ids = index.map(({ id }) => String(id));
  expect(ids).toEqual(ids.toSorted());
  expect(listFiles(join(folder, "json"))).toEqual(
    ["index.json", ...index.map(({ path }) => String(path))].toSorted(),
  );
});

test("the index has one line an occupation, with its main numbers", () => {
  const lines = readFileSync(join(writeSmallDocuments(), "json/index.json"), "utf8").split("\n");
  expect(lines).toHaveLength(9 + 3);
  expect(
    JSON.parse(lines.find((line) => line.includes("us-ooh/actors"))?.replace(/,$/, "") ?? ""),
  ).toMatchObject({
    id: "us-ooh/actors",
    title: "Actors",
    scheme: "us-ooh",
    code: "actors",
    median_annual_amount: null,
    median_hourly_amount: 23.33,
    path: "us-ooh/actors.json",
  });
});

test("a dataset without occupations has an empty index", () => {
  const folder = writeSmallDocuments([]);
  expect(readJson(folder, "json/index.json")).toEqual([]);
  expect(readdirSync(join(folder, "json"))).toEqual(["index.json"]);
});

test("the lines of occupations.ndjson are the documents", () => {
  const folder = writeSmallDocuments();
  const lines = readFileSync(join(folder, "occupations.ndjson"), "utf8").trimEnd().split("\n");
  const index = readJson(folder, "json/index.json");
  expect(lines.map((line) => JSON.parse(line))).toEqual(
    index.map(({ path }) => readJson(folder, `json/${path}`)),
  );
});

test("documents are indented by two spaces and end with a line feed", () => {
  const text = readFileSync(join(writeSmallDocuments(), "json/us-ooh/actors.json"), "utf8");
  expect(text).toMatch(/^\{\n {2}"id": "us-ooh\/actors",\n/);
  expect(text).toMatch(/\n\}\n$/);
});

test("a document has the facts of every table, also of the empty ones", () => {
  const parts =
    "names relations duties specialties qualities sections requirements wages pay_bands employment";
  const more = "employer_shares projections working_hours mentioned_by issues sources captures pay employers";
  const document = nurse();
  for (const part of `${parts} ${more}`.split(" ")) expect(document[part], part).toBeInstanceOf(Array);
});

test("a fact has its provenance, and not the occupation's id, which is the document's", () => {
  expect(nurse().duties?.[0]).toEqual({
    position: 1,
    heading: null,
    text: "Assess the condition of patients",
    source_id: "us-ooh",
    capture_id: "capture-1",
    locator: "#tab-1",
    raw: null,
  });
});

test("a fact that draws on several places has them, and the words read there, as lists", () => {
  const wage = nurse().wages?.find(({ statistic }) => String(statistic) === "p10");
  expect(wage).toMatchObject({
    locator: ["#tab-5 p:nth-of-type(2)", "#tab-5 p:nth-of-type(3)"],
    raw: ["The lowest 10 percent earned less than $66,030", "the highest"],
  });
});

test("published words in brackets stay words where the fact draws on one place", () => {
  const duty = { occupation_id: "us-ooh/actors", position: 1, text: "Act", locator: "[id='x'] li" };
  const folder = writeSmallDocuments([...SMALL_DATASET, rowOf("duty", { ...duty, raw: '["Act"]' })]);
  expect(readJson(folder, "json/us-ooh/actors.json").duties?.[0]).toMatchObject({
    locator: "[id='x'] li",
    raw: '["Act"]',
  });
});

test("pay is ready to use: whole occupation and latest period first, statistics by name", () => {
  const pay = nurse().pay ?? expect.fail();
  expect(pay.map((group) => `${group.industry_title} ${group.period} ${group.reference_period}`)).toEqual([
    "null year 2024-05",
    "null hour 2024-05",
    "null year 2021-05",
    "Government year 2024-05",
  ]);
  expect(pay[0]).toMatchObject({
    currency: "USD",
    statistics: {
      median: { amount: 93_600, qualifier: "exact" },
      p10: { amount: 66_030 },
      p90: { amount: 135_320 },
    },
  });
});

test("employers are grouped as the publisher lists them, with the names of the industries", () => {
  expect(nurse().employers).toMatchObject([
    {
      group_title: null,
      basis: "published",
      reference_period: "2024",
      industries: [
        { rank: 1, industry_title: "Hospitals; state, local, and private", percent: 58 },
        { rank: 2, industry_title: "Government", percent: 6 },
      ],
    },
  ]);
});

test("a relation tells the other occupation's id, title and address, from both ends", () => {
  const document = nurse();
  expect(document.relations).toMatchObject([
    { kind: "covers", to_id: "us-soc-2018/29-1141", to_title: "Registered Nurses", to_url: null },
  ]);
  expect(document.mentioned_by).toMatchObject([
    { kind: "similar", from_id: "us-ooh/physicians-and-surgeons", from_title: "Physicians and Surgeons" },
  ]);
});

test("a document lists the sources and captures that it cites, and no others", () => {
  const folder = writeSmallDocuments();
  const { sources, captures } = readJson(folder, "json/us-ooh/military-careers.json");
  expect(sources).toMatchObject([{ id: "us-ooh", licence: "Public domain" }]);
  expect(captures).toEqual([
    {
      id: "capture-1",
      source_id: "us-ooh",
      url: "https://www.bls.gov/ooh/healthcare/registered-nurses.htm",
      fetched_at: "2026-11-23T02:10:00Z",
      sha256: "ab".repeat(32),
    },
  ]);
});

test("the main numbers and the citation of a document are those of the view", () => {
  const snapshot = openSmallSnapshot();
  const folder = temporaryFolder();
  writeDocuments(snapshot, folder);
  const rows = snapshot.connection.prepare("SELECT * FROM us_overview").all() as Json[];
  for (const row of rows) {
    const { overview, citation } = readJson(
      folder,
      `json/${documentPath({ scheme: "us-ooh", code: String(row.code) })}`,
    );
    const shared = Object.entries({ ...(overview as Json), citation }).filter(([name]) => name in row);
    expect(row).toMatchObject(Object.fromEntries(shared));
    expect(shared.length).toBeGreaterThan(30);
  }
  expect(rows).toHaveLength(6);
});

test.each([
  ["registered-nurses", "registered-nurses"],
  ["head-of-it-(it-director)", "head-of-it-(it-director)"],
  ["barrister's-clerk", "barrister's-clerk"],
  ["29-1141.00", "29-1141.00"],
  ["a/b", "a%2Fb"],
  ["..", "%2E."],
  ["50% *", "50%25%20%2A"],
  ["café", "caf%C3%A9"],
])("the document of code %s is in the file %s.json", (code, name) => {
  expect(documentPath({ scheme: "uk-ncs", code })).toBe(`uk-ncs/${name}.json`);
});

test("documents are never written over others", () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, "json"));
  expect(() => writeDocuments(openSmallSnapshot(), folder)).toThrow("EEXIST");
});
