import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readWarc, type WarcRecord } from "../../../pipelines/warc/read-warc.ts";
import { openArchive } from "../../../sources/archive/archive.ts";
import { startSampleServer } from "../../../sources/sample/server.ts";
import {
  FIRST_NIGHT,
  latestOf,
  readStoreJson,
  refreshIn,
  SECOND_NIGHT,
  THIRD_NIGHT,
} from "../refresh/refreshed-store.ts";
import { runIn } from "../run-in.ts";

let folder: string;
let store: string;
let file: string;
let exported: Record<string, unknown>;

/** Two nights of the handbook: the second has the same words again, which no validator spared. */
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "warc-"));
  store = join(folder, "store");
  file = join(folder, "archive.warc.gz");
  const sample = await startSampleServer();
  await refreshIn(store, ["--mirror", sample.url]);
  await sample.close();
  const archive = openArchive(join(store, "archive.sqlite"));
  const [newest] = archive.captures({ limit: 1 });
  if (newest === undefined) throw new Error("Nothing was archived.");
  const { id: _, ...response } = newest;
  archive.add({ ...response, fetchedAt: SECOND_NIGHT, body: archive.body(newest.sha256) });
  archive.close();
  exported = (await runIn(store, ["archive", "export", "--warc", file], { now: THIRD_NIGHT }))
    .json as typeof exported;
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function recordsOf(path: string): Promise<(WarcRecord & { readonly body: Buffer })[]> {
  const records = [];
  for await (const record of readWarc(path)) records.push({ ...record, body: await record.payload() });
  return records;
}

test("the file begins with what made it, and goes on with every response, the oldest first", async () => {
  const [info, ...others] = await recordsOf(file);
  expect(info?.type).toBe("warcinfo");
  expect(info?.body.toString()).toContain("software: occupations/");
  expect(exported).toMatchObject({ responses: 13, revisits: 1 });
  expect(others.map(({ type }) => type)).toEqual([...Array(13).fill("response"), "revisit"]);
  expect(others.map(({ date }) => date)).toEqual(others.map(({ date }) => date).toSorted());
});

test("a response has its body as it was archived, its digest, and headers that are true of it", async () => {
  const archive = openArchive(join(store, "archive.sqlite"), { readonly: true });
  for (const { type, url = "", headers, header, body } of await recordsOf(file)) {
    if (type !== "response") continue;
    const [capture] = [...archive.captures({ url })].toReversed();
    expect(header("WARC-Payload-Digest")).toBe(`sha256:${capture?.sha256}`);
    expect(body.equals(archive.body(capture?.sha256 ?? ""))).toBe(true);
    expect(headers["content-length"]).toBe(String(body.byteLength));
    expect(headers.etag).toBe(capture?.etag);
    expect(headers).not.toHaveProperty("content-encoding");
  }
  archive.close();
});

test("a revisit names the response that it repeats, and has no body", async () => {
  const records = await recordsOf(file);
  const revisit = records.find(({ type }) => type === "revisit");
  const first = records.find(({ type, url }) => type === "response" && url === revisit?.url);
  expect(revisit?.body.byteLength).toBe(0);
  expect(revisit?.header("WARC-Profile")).toBe(
    "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest",
  );
  expect(revisit?.header("WARC-Refers-To-Date")).toBe(first?.date);
  expect(revisit?.header("WARC-Refers-To")).toBe(first?.header("WARC-Record-ID"));
});

test("each record is packed by itself, so that programs can look one up", () => {
  const bytes = readFileSync(file);
  const starts = [...bytes.keys()].filter(
    (at) => bytes.readUInt16BE(Math.min(at, bytes.length - 2)) === 0x1f8b,
  );
  const whole = starts.filter((start) => {
    try {
      return gunzipSync(bytes.subarray(start)).toString("latin1", 0, 8) === "WARC/1.1";
    } catch {
      return false; // these two bytes stand in the middle of another record
    }
  });
  expect(whole).toHaveLength(15);
});

test("imported into a new store it makes the same version: the same captures, the same content hash", async () => {
  const other = join(folder, "other");
  const imported = await runIn(other, ["archive", "import", file], { now: THIRD_NIGHT });
  expect(imported.json).toMatchObject({ imported: 14, refused: [] });
  const { report } = await refreshIn(other, ["--offline"], { now: THIRD_NIGHT });
  expect(report.outcome).toBe("published");
  const hashes = [store, other].map((one) => readStoreJson(one, "latest.json").content_hash);
  expect(hashes[1]).toBe(hashes[0]);
  expect(latestOf(other)).not.toBe(latestOf(store));
});

test("only what was asked for is exported", async () => {
  const late = join(folder, "late.warc.gz");
  const { json } = await runIn(store, ["archive", "export", "--warc", late, "--since", SECOND_NIGHT]);
  expect(json).toMatchObject({ responses: 1, revisits: 0 });
  const none = join(folder, "none.warc.gz");
  const argv = ["archive", "export", "--warc", none, "--source", "uk-ncs"];
  expect((await runIn(store, argv)).json).toMatchObject({ responses: 0 });
});

test.each([
  ["a file that is there", () => ["--warc", file]],
  ["a time that is none", () => ["--warc", join(folder, "x"), "--since", "yesterday"]],
  ["a source that is none", () => ["--warc", join(folder, "x"), "--source", "us-nothing"]],
])("%s is wrong usage, and nothing is written", async (_, argv) => {
  const before = readFileSync(file);
  const { exit } = await runIn(store, ["archive", "export", ...argv()], { now: FIRST_NIGHT });
  expect(exit).toBe(2);
  expect(readFileSync(file).equals(before)).toBe(true);
  expect(existsSync(join(folder, "x"))).toBe(false);
});
