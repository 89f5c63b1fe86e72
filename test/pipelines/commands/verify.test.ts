import { chmodSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Verified } from "../../../pipelines/verify/verified.ts";
import { copyOf, publishedSample, runIn } from "../refresh/refreshed-store.ts";

type Answer = {
  readonly is_whole: boolean;
  readonly latest: Verified;
  readonly versions: readonly { readonly version: string; readonly parts: readonly Verified[] }[];
};

let sample: Awaited<ReturnType<typeof publishedSample>>;
beforeAll(async () => {
  sample = await publishedSample();
});
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

describe("a version", () => {
  test("that is as it was published is whole, also when it is built again from the archive", async () => {
    const { exit, answer } = await verify(sampleStore(), "--rebuild");
    expect(exit).toBe(0);
    expect(answer.is_whole).toBe(true);
    expect(answer.versions[0]?.parts.map(({ part }) => part)).toEqual([
      "files",
      "rows",
      "archive",
      "rebuild",
    ]);
  });

  test.each(["occupations.sqlite", "manifest.json", "json/us-ooh/actors.json", "occupations.ndjson"])(
    "is not whole where one byte of %s is another",
    async (path) => {
      const store = sampleStore();
      changeByte(fileOf(store, path));
      const { exit, problems } = await verify(store);
      expect(exit).toBe(4);
      expect(problems.join("\n")).toContain(path);
    },
  );

  test("whose document and checksum were both changed is found out by building it again", async () => {
    const store = sampleStore();
    const path = fileOf(store, "ATTRIBUTION.md");
    chmodSync(path, 0o644);
    writeFileSync(path, `${readFileSync(path, "utf8")}And me.\n`);
    const { exit, problems } = await verify(store, "--rebuild");
    expect(exit).toBe(4);
    expect(problems).toContainEqual(
      expect.stringMatching(
        /^rebuild: ATTRIBUTION\.md is not what the archive gives: line \d+ is “And me\.”/,
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

  test("of which an archived body was changed cannot be proved", async () => {
    const store = sampleStore();
    changeArchive(
      store,
      `UPDATE body SET content = zeroblob(length(content))
       WHERE sha256 = (SELECT sha256 FROM capture WHERE url LIKE '%actors.htm')`,
    );
    const { exit, problems } = await verify(store);
    expect(exit).toBe(4);
    expect(problems).toContainEqual(expect.stringMatching(/^archive: .*actors\.htm.* cannot be read/));
  });

  test("that is not there is a slip of the pen", async () => {
    const { exit } = await verify(sampleStore(), "20200101T000000Z-00000000");
    expect(exit).toBe(2);
  });
});

describe("the store", () => {
  test("whose latest.json is missing is not in order", async () => {
    const store = sampleStore();
    rmSync(join(store, "latest.json"));
    const { exit, answer } = await verify(store);
    expect(exit).toBe(4);
    expect(answer.latest.problems).toEqual([expect.stringMatching(/^latest\.json names nothing/)]);
  });
});
