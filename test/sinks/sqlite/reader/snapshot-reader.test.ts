import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openSnapshot } from "../../../../sinks/sqlite/reader.ts";
import { createStore, HANDBOOK, publishRows, sourceRow } from "../../../pipelines/published-store.ts";
import { rowOf } from "../../small-dataset.ts";

const store = createStore();
const CODERS = "us-ooh/medical-records-and-health-information-technicians";
const OLDER_WAGE = rowOf("wage", { occupation_id: CODERS, amount: 48_780, reference_period: "2023-05" });
const LATER = "2026-11-24T02:15:00Z";
const versions: string[] = [];

beforeAll(async () => {
  const rows = [sourceRow(), ...HANDBOOK];
  versions.push(await publishRows(store, rows), await publishRows(store, [...rows, OLDER_WAGE], LATER));
});
afterAll(() => store.remove());

function reading<Result>(
  look: (snapshot: ReturnType<typeof openSnapshot>) => Result,
  version?: string,
): Result {
  using snapshot = openSnapshot(store.path, version === undefined ? {} : { version });
  return look(snapshot);
}

test("without a name the latest version is opened, with one that version", () => {
  expect(reading(({ dataset }) => dataset.version)).toBe(versions[1]);
  expect(reading(({ dataset }) => dataset.version, versions[0])).toBe(versions[0]);
});

test("an overview has what the occupation is and its main numbers", () => {
  expect(reading(({ overview }) => overview(CODERS))).toMatchObject({
    ...{ id: CODERS, scheme: "us-ooh", title: "Medical Records Specialists" },
    ...{ median_annual_amount: 50_250, median_hourly_amount: 24.16, currency: "USD", jobs: 194_800 },
    entry_education: "Postsecondary nondegree award",
  });
});

test("an occupation is the same as its published document", () => {
  const path = join(store.path, "latest", "json", `${CODERS}.json`);
  const published = JSON.parse(readFileSync(path, "utf8"));
  expect(JSON.parse(JSON.stringify(reading(({ occupation }) => occupation(CODERS))))).toEqual(published);
});

test("an id that is not there has no answer", () => {
  expect(reading((snapshot) => snapshot.overview("us-ooh/zeppelin-pilots"))).toBeUndefined();
  expect(reading((snapshot) => snapshot.occupation("us-ooh/zeppelin-pilots"))).toBeUndefined();
  expect(reading((snapshot) => snapshot.wageSeries("us-ooh/zeppelin-pilots"))).toEqual([]);
});

test("a search can be limited to a country or a scheme", () => {
  const ids = (scheme?: "us-ooh" | "us-soc-2018") =>
    reading(({ search }) => search("medical rec", scheme && { scheme })).map(({ id }) => id);
  expect(ids()).toHaveLength(3);
  expect(ids("us-ooh")).toEqual([CODERS]);
  expect(reading(({ search }) => search("medical rec", { country: "UK" }))).toEqual([]);
  expect(reading(({ search }) => search("medical rec", { limit: 1 }))).toHaveLength(1);
});

test("a series of wages has the newest first", () => {
  const points = reading(({ wageSeries }) => wageSeries(CODERS));
  expect(points.map(({ reference_period, amount }) => [reference_period, amount])).toEqual([
    ["2024-05", 50_250],
    ["2023-05", 48_780],
  ]);
  expect(reading(({ wageSeries }) => wageSeries(CODERS, { statistic: "p90" }))).toMatchObject([
    { amount: 80_950, qualifier: "exact", currency: "USD" },
  ]);
});

test("employers come with the name of their industry, the largest first", () => {
  const [largest, next] = reading(({ employers }) => employers(CODERS));
  expect(largest?.industry).toMatch(/^General medical and surgical hospitals/);
  expect(largest?.percent).toBeGreaterThan(next?.percent ?? 100);
});

test("questions of one's own are asked through Kysely, and nothing can be written", async () => {
  const snapshot = openSnapshot(store.path);
  const { database } = snapshot;
  const titles = await database
    .selectFrom("us_overview")
    .select("title")
    .where("code", "=", "actors")
    .execute();
  expect(titles).toEqual([{ title: "Actors" }]);
  await expect(database.deleteFrom("wage").execute()).rejects.toThrow(/readonly/);
  snapshot.close();
});

test("the changes since a version are those of every version after it", () => {
  const [first = "", second = ""] = versions;
  const [told, ...others] = reading(({ changesSince }) => changesSince(first));
  expect(others).toEqual([]);
  expect(told).toMatchObject({ from: { version: first }, to: { version: second } });
  expect(told?.changes).toMatchObject([
    { table: "wage", change: "added", after: { amount: 48_780, reference_period: "2023-05" } },
  ]);
  expect(reading(({ changesSince }) => changesSince(second))).toEqual([]);
});

test("changes cannot be told where a version between is gone", () => {
  const gone = "20200101T000000Z-00000000";
  expect(() => reading(({ changesSince }) => changesSince(gone))).toThrow(
    expect.objectContaining({ code: "broken-chain", message: expect.stringContaining("occupations diff") }),
  );
});
