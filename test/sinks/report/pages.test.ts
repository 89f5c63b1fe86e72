import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { listFiles } from "../../../sinks/digest.ts";
import { writeDocuments } from "../../../sinks/documents.ts";
import { type Columnar, rowsOf } from "../../../sinks/report/columnar.ts";
import { AWKWARD_DATASET } from "../awkward-dataset.ts";
import { type AnyRow, rowOf, SMALL_DATASET } from "../small-dataset.ts";
import { openSmallSnapshot } from "../small-snapshot.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import { unpacked } from "./unpacked.ts";

type Json = Readonly<Record<string, unknown>>;

function writePages(rows: readonly AnyRow[] = SMALL_DATASET): string {
  const folder = temporaryFolder();
  writeDocuments(openSmallSnapshot(rows), folder);
  return folder;
}

const readList = (folder: string) =>
  JSON.parse(unpacked(folder, "occupations")) as { occupations: Columnar; pages: string[] };

/** The page of an occupation, found as the site finds it. */
function readPage(folder: string, id: string): Json {
  const number = readList(folder).pages.findLastIndex((first) => first <= id) + 1;
  const lines = unpacked(folder, `pages-${String(number).padStart(3, "0")}`).split("\n");
  const line = lines.find((one) => one.startsWith(`{"id":${JSON.stringify(id)},`));
  return JSON.parse(line ?? "null") as Json;
}

test("every occupation has a page, in the file that the list leads to", () => {
  const folder = writePages();
  const index = JSON.parse(readFileSync(join(folder, "json/index.json"), "utf8")) as { id: string }[];
  expect(index.length).toBeGreaterThan(5);
  for (const { id } of index) expect(readPage(folder, id)).toMatchObject({ id });
});

test("a page has the rows of the document, each with its place and its words", () => {
  const folder = writePages();
  const id = "us-ooh/registered-nurses";
  const document = JSON.parse(readFileSync(join(folder, `json/${id}.json`), "utf8")) as Json;
  const page = readPage(folder, id);
  for (const part of ["wages", "employment", "employer_shares", "duties"])
    expect(rowsOf((page[part] ?? { columns: [], rows: [] }) as Columnar)).toEqual(document[part]);
});

test("of an industry a page has what stands in the middle, not the whole distribution", () => {
  const about = {
    occupation_id: "us-ooh/actors",
    industry_id: "us-ooh/Hospitals; state, local, and private",
  };
  const industry = rowOf("industry", { id: about.industry_id, scheme: "us-ooh", title: "Hospitals" });
  const isNew = !SMALL_DATASET.some(({ row }) => "id" in row && row.id === about.industry_id);
  const wages = (["median", "p10", "p90"] as const).map((statistic) =>
    rowOf("wage", { ...about, statistic, amount: 50_000 }),
  );
  const folder = writePages([...SMALL_DATASET, ...(isNew ? [industry] : []), ...wages]);
  const rows = rowsOf<{ industry_id: string | null; statistic: string }>(
    readPage(folder, "us-ooh/actors").wages as Columnar,
  );
  expect(rows.filter(({ industry_id }) => industry_id !== null).map(({ statistic }) => statistic)).toEqual([
    "median",
  ]);
});

test("the list has the main numbers of the views", () => {
  const rows = rowsOf<Json>(readList(writePages()).occupations);
  expect(rows.find(({ id }) => id === "us-ooh/actors")).toMatchObject({
    title: "Actors",
    median_annual_amount: null,
    median_hourly_amount: 23.33,
  });
});

test("text that could end a script or a page is packed, not printed", () => {
  const title = '</script><img src=x onerror="alert(1)">\u2028';
  const folder = writePages([
    ...AWKWARD_DATASET,
    rowOf("duty", { occupation_id: "us-ooh/registered-nurses", position: 900, text: title }),
  ]);
  for (const path of listFiles(join(folder, "report")))
    expect(readFileSync(join(folder, "report", path), "utf8")).not.toContain("onerror");
  const duties = rowsOf<{ text: string }>(readPage(folder, "us-ooh/registered-nurses").duties as Columnar);
  expect(duties.map(({ text }) => text)).toContain(title);
});

test("equal rows give equal bytes, and no byte tells the operating system", () => {
  const [one, other] = [writePages(), writePages()];
  for (const path of listFiles(join(one, "report")))
    expect(readFileSync(join(one, "report", path))).toEqual(readFileSync(join(other, "report", path)));
  const script = readFileSync(join(one, "report/data/names.js"), "utf8");
  expect(Buffer.from(script.split('"')[3] ?? "", "base64")[9]).toBe(0xff);
});
