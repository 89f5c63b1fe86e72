import { execFileSync } from "node:child_process";
import { readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { listFiles } from "../../../sinks/digest.ts";
import { StoreError } from "../../../sources/archive/store-error.ts";
import { TABLES } from "../../../transforms/model/model.ts";
import { rowOf, SMALL_DATASET } from "../../sinks/small-dataset.ts";
import { insertAll } from "../../sinks/small-snapshot.ts";
import { temporaryFolder } from "../../sinks/temporary-folder.ts";
import { CHANGED_DATASET, look, publishRows, readJsonIn } from "./small-store.ts";

const NEXT_NIGHT = { createdAt: "2026-11-24T02:15:00.000Z" };

test("the first version is published, and the link, latest.json and index.json name it", async () => {
  const store = temporaryFolder();
  const { outcome, manifest } = await publishRows(store);
  expect(outcome).toBe("published");
  expect(manifest.id).toBe(`20261123T021500Z-${manifest.content_hash.slice(0, 8)}`);
  const [id] = [manifest.id];
  expect(look(store)).toEqual({ linked: id, told: id, listed: [id], folders: [id], hidden: [] });
  expect(readJsonIn(store, "latest.json")).toEqual({
    id,
    content_hash: manifest.content_hash,
    created_at: "2026-11-23T02:15:00.000Z",
    checked_at: "2026-11-23T02:15:00.000Z",
    path: `versions/${id}`,
  });
});

test("a version has the files of the contract, and its manifest tells of each", async () => {
  const store = temporaryFolder();
  const { manifest } = await publishRows(store);
  const files = listFiles(join(store, "latest/"));
  expect(files.filter((path) => !/^(json\/us-|csv|parquet|schema)/.test(path))).toEqual([
    "ATTRIBUTION.md",
    "CHANGES.md",
    "DICTIONARY.md",
    "SHA256SUMS",
    "changes.json",
    "datapackage.json",
    "json/index.json",
    "manifest.json",
    "metadata.json",
    "occupations.ndjson",
    "occupations.sqlite",
    "report/THIRD-PARTY.txt",
    "report/data/changed.js",
    "report/data/dataset.js",
    "report/data/names.js",
    "report/data/occupations.js",
    "report/data/pages-001.js",
    "report/index.html",
    "report/plots.js",
    "report/search.js",
    "report/site.css",
    "report/site.js",
  ]);
  for (const { name } of TABLES)
    expect(files).toEqual(expect.arrayContaining([`csv/${name}.csv`, `parquet/${name}.parquet`]));
  expect(manifest.files.find(({ path }) => path === "csv/wage.csv")).toMatchObject({ rows: 12 });
  const listed = manifest.files.map(({ path }) => path);
  expect([...listed, "SHA256SUMS", "manifest.json"].toSorted()).toEqual(files);
  expect(manifest.counts).toMatchObject({ dataset: 1, occupation: 9, wage: 12 });
  expect(manifest.files.find(({ path }) => path === "occupations.ndjson")).toMatchObject({ rows: 9 });
  expect(manifest.sources).toEqual([
    { id: "us-ooh", edition: "2024-34", state: "fresh", fetched_at: "2026-11-23T02:10:00Z" },
  ]);
  expect(readJsonIn(store, "latest/manifest.json")).toEqual(manifest);
});

test("sha256sum accepts the checksums", async () => {
  const store = temporaryFolder();
  await publishRows(store);
  const cwd = join(store, "latest");
  expect(execFileSync("sha256sum", ["-c", "--quiet", "SHA256SUMS"], { cwd, encoding: "utf8" })).toBe("");
});

test("published files can be read by all and written by nobody; folders can be pruned by their owner", async () => {
  const store = temporaryFolder();
  const { manifest } = await publishRows(store);
  const modeOf = (path: string) => statSync(join(store, "versions", manifest.id, path)).mode & 0o777;
  for (const path of [...manifest.files.map((file) => file.path), "manifest.json", "SHA256SUMS"]) {
    expect(modeOf(path), path).toBe(0o444);
  }
  expect(modeOf("")).toBe(0o755);
});

test("equal facts, time, previous version, Node and tool give equal bytes, in whatever order the facts came", async () => {
  const [one, other] = [temporaryFolder(), temporaryFolder()];
  await publishRows(one);
  await publishRows(other, SMALL_DATASET.toReversed());
  const sums = (store: string) => readFileSync(join(store, "latest/SHA256SUMS"), "utf8");
  expect(sums(one)).toBe(sums(other));
});

test("an unchanged night publishes nothing, and is noted", async () => {
  const store = temporaryFolder();
  const { manifest } = await publishRows(store);
  const before = look(store);
  const again = await publishRows(store, SMALL_DATASET, NEXT_NIGHT);
  expect(again).toEqual({ outcome: "unchanged", manifest, changes: null });
  expect(look(store)).toEqual(before);
  expect(readJsonIn(store, "latest.json")).toMatchObject({
    created_at: "2026-11-23T02:15:00.000Z",
    checked_at: "2026-11-24T02:15:00.000Z",
  });
});

test("a changed fact is published beside the version before it", async () => {
  const store = temporaryFolder();
  const first = await publishRows(store);
  const second = await publishRows(store, CHANGED_DATASET, NEXT_NIGHT);
  const ids = [first.manifest.id, second.manifest.id];
  expect(look(store)).toEqual({ linked: ids[1], told: ids[1], listed: ids, folders: ids, hidden: [] });
  expect(second.manifest.previous_version).toBe(ids[0]);
  expect(readJsonIn(store, "index.json")).toMatchObject({
    versions: [
      { previous_version: null, counts: { duty: 3 } },
      { previous_version: ids[0], counts: { duty: 4 }, created_at: "2026-11-24T02:15:00.000Z" },
    ],
  });
});

test("a dry run does everything but publishing", async () => {
  const store = temporaryFolder();
  const { outcome, manifest } = await publishRows(store, SMALL_DATASET, { isDryRun: true });
  expect(outcome).toBe("rehearsed");
  expect(manifest.counts.occupation).toBe(9);
  expect(look(store)).toMatchObject({ linked: undefined, listed: [], folders: [], hidden: [] });
});

test("the checks see the staged facts, and what they say is published with them", async () => {
  const store = temporaryFolder();
  const acceptance = { rule: "jumps", reason: "a new edition", accepted_at: "2026-11-23T00:00:00Z" };
  const { manifest } = await publishRows(store, SMALL_DATASET, {
    inspect: async (database) => {
      const wages = await database
        .selectFrom("wage")
        .select("amount")
        .where("amount", ">", 200_000)
        .execute();
      const issue = {
        rule: "top-coded",
        severity: "info",
        message: `${wages.length} top-coded wage.`,
      } as const;
      const row = rowOf("issue", issue).row as never;
      return { issues: [row], checks: ["shares-sum"], acceptances: [acceptance] };
    },
  });
  expect(manifest).toMatchObject({ checks: ["shares-sum"], acceptances: [acceptance], counts: { issue: 2 } });
  expect(readFileSync(join(store, "latest/occupations.sqlite"), "latin1")).toContain("1 top-coded wage.");
});

test.each([
  ["a refusal of the checks", { inspect: () => Promise.reject(new Error("refused")) }, "refused"],
  ["facts that cannot be built", { build: () => Promise.reject(new Error("no facts")) }, "no facts"],
  ["facts that don't belong together", { build: insertOrphan }, "does not exist"],
])("%s leaves the latest version as it is, and nothing beside it", async (_, order, message) => {
  const store = temporaryFolder();
  await publishRows(store);
  const before = look(store);
  await expect(publishRows(store, CHANGED_DATASET, { ...NEXT_NIGHT, ...order })).rejects.toThrow(message);
  expect(look(store)).toEqual(before);
});

test("a disk that is full is a StoreError, and leaves the latest version as it is", async () => {
  const store = temporaryFolder();
  await publishRows(store);
  const before = look(store);
  const order: Parameters<typeof publishRows>[2] = {
    build: (writer) => {
      writer.connection.pragma("cache_size = 10");
      writer.connection.pragma("max_page_count = 120");
      const text = "words ".repeat(2000);
      for (let position = 1; position < 100; position++) {
        insertAll(writer, [rowOf("duty", { occupation_id: "us-ooh/actors", position, text })]);
      }
    },
  };
  const failure = publishRows(store, [], { ...NEXT_NIGHT, ...order });
  await expect(failure).rejects.toThrow(StoreError);
  await expect(failure).rejects.toMatchObject({ code: "store-full" });
  expect(look(store)).toEqual(before);
});

test("a store that cannot be a folder is a StoreError that names it", async () => {
  const file = join(temporaryFolder(), "store");
  writeFileSync(file, "");
  await expect(publishRows(file)).rejects.toThrow(StoreError);
  await expect(publishRows(file)).rejects.toThrow(file);
});

test("a version is never replaced, not even by one of the same second and the same facts", async () => {
  const store = temporaryFolder();
  const first = await publishRows(store);
  await publishRows(store, CHANGED_DATASET, NEXT_NIGHT);
  const before = look(store);
  await expect(publishRows(store)).rejects.toThrow("never replaced");
  expect(look(store)).toEqual(before);
  expect(before.folders).toContain(first.manifest.id);
});

function insertOrphan(writer: Parameters<typeof insertAll>[0]): void {
  const orphan = rowOf("duty", { occupation_id: "us-ooh/nobody", position: 1, text: "Nothing" });
  insertAll(writer, [...SMALL_DATASET, orphan]);
}
