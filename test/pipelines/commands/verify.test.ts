import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from "vitest";
import { lockStore } from "../../../pipelines/lock.ts";
import { hashContent } from "../../../pipelines/publish/content-hash.ts";
import type { Verified } from "../../../pipelines/verify/verified.ts";
import { verifyRebuild } from "../../../pipelines/verify/verify-rebuild.ts";
import { writeChecksums } from "../../../sinks/checksums.ts";
import { digestFile } from "../../../sinks/digest.ts";
import type { Manifest } from "../../../sinks/manifest.ts";
import { openArchive } from "../../../sources/archive/archive.ts";
import { INDEX, startHostileSample } from "../refresh/hostile-sample.ts";
import {
  copyOf,
  newStore,
  publishedSample,
  readStoreJson,
  refreshIn,
  SECOND_NIGHT,
  versionsIn,
} from "../refresh/refreshed-store.ts";
import { runIn } from "../run-in.ts";

type Answer = {
  readonly is_whole: boolean;
  readonly latest: Verified;
  readonly versions: readonly { readonly version: string; readonly parts: readonly Verified[] }[];
};

let sample: Awaited<ReturnType<typeof publishedSample>>;
beforeAll(async () => {
  sample = await publishedSample();
}, 120_000);
afterAll(() => sample.remove());

const sampleStore = () => copyOf(sample.path);

async function verify(store: string, ...argv: string[]) {
  const { exit, json } = await runIn(store, ["verify", ...argv]);
  const answer = json as Answer;
  const problems = (answer.versions ?? []).flatMap(({ parts }) =>
    parts.flatMap((part) => part.problems.map((problem) => `${part.part}: ${problem}`)),
  );
  return { exit, answer, problems };
}

const fileOf = (store: string, path: string) => join(realpathSync(join(store, "latest")), path);

function changeByte(path: string): void {
  const bytes = readFileSync(path);
  const middle = Math.floor(bytes.length / 2);
  bytes[middle] = (bytes[middle] ?? 0) ^ 1;
  chmodSync(path, 0o644);
  writeFileSync(path, bytes);
}

/** As damage does it, which no trigger of the archive can keep out. */
function changeArchive(store: string, sql: string): void {
  const database = new Database(join(store, "archive.sqlite"));
  const triggers = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger'").pluck().all();
  for (const trigger of triggers) database.exec(`DROP TRIGGER ${trigger}`);
  database.exec(sql);
  database.close();
}

/** Changes facts as a forger would: manifest, checksums and content hash agree with them afterwards. */
function forge(store: string, sql: string): void {
  const folder = realpathSync(join(store, "latest"));
  const [snapshot, listing] = [join(folder, "occupations.sqlite"), join(folder, "manifest.json")];
  for (const path of [snapshot, listing, join(folder, "SHA256SUMS")]) chmodSync(path, 0o644);
  const database = new Database(snapshot);
  database.exec(sql);
  const content_hash = hashContent(database);
  database.exec(`UPDATE dataset SET content_hash = '${content_hash}'`);
  database.close();
  const manifest = JSON.parse(readFileSync(listing, "utf8")) as Manifest;
  const files = manifest.files.map((file) =>
    file.path === "occupations.sqlite" ? { ...file, ...digestFile(snapshot) } : file,
  );
  const forged = { ...manifest, content_hash, files };
  writeFileSync(listing, `${JSON.stringify(forged, undefined, 2)}\n`);
  rmSync(join(folder, "SHA256SUMS"));
  writeChecksums(folder, forged);
}

/** One byte of an archived body, as a bad sector changes it. */
const ONE_BYTE = `UPDATE body SET content =
    CAST(substr(content, 1, 100) || iif(substr(content, 101, 1) = x'00', x'01', x'00') || substr(content, 102) AS BLOB)
  WHERE sha256 = (SELECT sha256 FROM capture WHERE url LIKE '%actors.htm')`;

describe("a version", () => {
  test("that is as it was published is whole, also when it is built again from the archive", async () => {
    const { exit, answer, problems } = await verify(sample.path, "--rebuild");
    expect(problems).toEqual([]);
    expect(exit).toBe(0);
    expect(answer.is_whole).toBe(true);
    expect(answer.versions[0]?.parts.map(({ part }) => part)).toEqual([
      "files",
      "rows",
      "archive",
      "rebuild",
    ]);
  });

  test("of all sources is the same again byte for byte when it is built from the archive", async () => {
    const store = newStore();
    await refreshIn(store, ["--sample"]);
    const { exit, problems } = await verify(store, "--rebuild");
    expect(problems).toEqual([]);
    expect(exit).toBe(0);
  }, 180_000);

  test.each([
    "occupations.sqlite",
    "manifest.json",
    "json/us-ooh/actors.json",
    "occupations.ndjson",
    "SHA256SUMS",
  ])("is not whole where one byte of %s is another", async (path) => {
    const store = sampleStore();
    changeByte(fileOf(store, path));
    const { exit, problems } = await verify(store, "--rebuild");
    expect(exit).toBe(4);
    expect(problems.join("\n")).toMatch(new RegExp(`^files: .*${path}`, "m"));
    expect(problems.join("\n")).toMatch(/^rebuild: /m);
  });

  test("whose facts and checksums were all changed alike is found out by building it again", async () => {
    const store = sampleStore();
    forge(
      store,
      "UPDATE wage SET amount = 99 WHERE occupation_id = 'us-ooh/actors' AND statistic = 'median'",
    );
    const { exit, problems } = await verify(store, "--rebuild");
    expect(exit).toBe(4);
    expect(problems).toContainEqual(
      expect.stringMatching(
        /^rebuild: occupations\.sqlite is not what the archive gives: .*wage: .*"amount":99/,
      ),
    );
  });

  test("with a document more than the archive gives is not whole, and the words that differ are shown", async () => {
    const store = sampleStore();
    const path = fileOf(store, "ATTRIBUTION.md");
    chmodSync(path, 0o644);
    writeFileSync(path, `${readFileSync(path, "utf8")}And me.\n`);
    const { exit, problems } = await verify(store, "--rebuild");
    expect(exit).toBe(4);
    expect(problems).toContainEqual(
      expect.stringMatching(
        /^rebuild: ATTRIBUTION\.md is not what the archive gives: line \d+ has “And me\.”, and should have its end there\.$/,
      ),
    );
  });

  test("of which the archive has lost a response cannot be proved, and the response is named", async () => {
    const store = sampleStore();
    changeArchive(store, "DELETE FROM capture WHERE url LIKE '%actors.htm'");
    const { exit, problems } = await verify(store, "--rebuild");
    expect(exit).toBe(4);
    expect(problems).toContainEqual(expect.stringMatching(/^archive: .*actors\.htm/));
    expect(problems).toContainEqual(expect.stringMatching(/^rebuild: .*cannot be built again.*actors\.htm/));
  });

  test("of which one byte of an archived body was changed cannot be proved", async () => {
    const store = sampleStore();
    changeArchive(store, ONE_BYTE);
    const { exit, problems } = await verify(store, "--rebuild");
    expect(exit).toBe(4);
    expect(problems).toContainEqual(expect.stringMatching(/^archive: .*actors\.htm.* cannot be read/));
    expect(problems).toContainEqual(expect.stringMatching(/^rebuild: The archive is damaged/));
  });

  test.each([
    ["time", "fetched_at", "'2020-01-01T00:00:00.000Z'"],
    ["status", "status", "404"],
    ["SHA-256", "sha256", "(SELECT sha256 FROM capture WHERE url LIKE '%chefs%')"],
    ["validator", "etag", "'\"another\"'"],
  ])("of which the archive tells another %s of a response cannot be proved", async (_, column, value) => {
    const store = sampleStore();
    changeArchive(store, `UPDATE capture SET ${column} = ${value} WHERE url LIKE '%actors.htm'`);
    const { exit, problems } = await verify(store);
    expect(exit).toBe(4);
    expect(problems).toEqual([expect.stringMatching(new RegExp(`actors\\.htm another ${column} than`))]);
  });

  test("of which the whole archive is gone cannot be proved", async () => {
    const store = sampleStore();
    rmSync(join(store, "archive.sqlite"));
    const { exit, problems } = await verify(store, "--rebuild");
    expect(exit).toBe(4);
    expect(problems).toEqual([
      expect.stringMatching(/^archive: Nothing is archived/),
      expect.stringMatching(/^rebuild: Nothing is archived/),
    ]);
  });

  test("that is not there is a slip of the pen", async () => {
    const { exit } = await verify(sampleStore(), "20200101T000000Z-00000000");
    expect(exit).toBe(2);
  });

  test("and all of them at once are a slip of the pen", async () => {
    expect(await verify(sample.path, sample.version, "--all")).toMatchObject({ exit: 2 });
  });
});

describe("building a version again", () => {
  const temporary = () => {
    const folder = newStore();
    mkdirSync(folder, { recursive: true });
    vi.stubEnv("TMPDIR", folder);
    onTestFinished(() => void vi.unstubAllEnvs());
    return folder;
  };

  test("leaves nothing behind, in the store or beside it", async () => {
    const [store, folder] = [sampleStore(), temporary()];
    const look = () => [readdirSync(store).filter((name) => !/-(shm|wal)$/.test(name)), versionsIn(store)];
    const before = look();
    expect(await verify(store, "--rebuild")).toMatchObject({ exit: 0 });
    expect(look()).toEqual(before);
    expect(readdirSync(folder)).toEqual([]);
  });

  test("needs no lock: a run may hold the store meanwhile", async () => {
    const store = sampleStore();
    const lock = lockStore(store, { command: "refresh", startedAt: "2026-11-21T02:15:00Z" });
    onTestFinished(() => lock.release());
    expect(await verify(store, "--rebuild")).toMatchObject({ exit: 0 });
  });

  test("leaves nothing behind where it is interrupted, and says that it was", async () => {
    const folder = temporary();
    const interruption = new AbortController();
    const archive = openArchive(join(sample.path, "archive.sqlite"), { readonly: true });
    onTestFinished(() => archive.close());
    const version = { id: sample.version, folder: join(sample.path, "versions", sample.version) };
    const progress = {
      ...{ begin: () => {}, end: () => {}, say: () => {} },
      tick: () => interruption.abort(),
    };
    await expect(verifyRebuild(version, archive, progress, interruption.signal)).rejects.toThrow(
      expect.objectContaining({ name: "AbortError" }),
    );
    expect(readdirSync(folder)).toEqual([]);
  });
});

test("a version in which a source is carried forward is the same again", async () => {
  const [store, upstream] = [sampleStore(), await startHostileSample()];
  upstream.drop(INDEX, /^.*\/actors\.htm.*$/gm);
  const { report } = await refreshIn(store, ["--mirror", upstream.url], { now: SECOND_NIGHT });
  expect(report).toMatchObject({ is_new: true, sources: [{ state: "carried-forward" }] });
  expect(await verify(store, "--rebuild")).toMatchObject({ exit: 0, problems: [] });
});

describe("the store", () => {
  test("whose latest.json is missing is not in order", async () => {
    const store = sampleStore();
    rmSync(join(store, "latest.json"));
    const { exit, answer } = await verify(store);
    expect(exit).toBe(4);
    expect(answer.latest.problems).toEqual([expect.stringMatching(/^latest\.json names nothing/)]);
  });

  test("whose index.json lists what is not there is not in order", async () => {
    const store = sampleStore();
    const index = readStoreJson(store, "index.json") as { versions: { id: string }[] };
    const other = { ...index.versions[0], id: "20200101T000000Z-00000000" };
    writeFileSync(join(store, "index.json"), JSON.stringify({ versions: [other, ...index.versions] }));
    const { exit, answer } = await verify(store, "--all");
    expect(exit).toBe(4);
    expect(answer.latest.problems).toEqual([
      "index.json lists 20200101T000000Z-00000000, which is not there.",
    ]);
  });
});
