import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openArchive } from "../../../sources/archive/archive.ts";
import type { AcquiredBy, Capture } from "../../../sources/archive/capture.ts";
import { type ArchivePruning, pruneArchive } from "../../../sources/archive/prune-archive.ts";

let folder: string;
let path: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "archive-"));
  path = join(folder, "archive.sqlite");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

type Kept = { readonly page: number; readonly day: number; readonly body: string; readonly by: AcquiredBy };

const timeOf = (day: number) => `2026-11-${String(10 + day)}T02:15:00.000Z`;

function archive(responses: readonly Kept[]): readonly Capture[] {
  const opened = openArchive(path);
  const captures = responses.map(({ page, day, body, by }) => {
    const url = `https://www.bls.gov/ooh/${page}.htm`;
    const words = {
      sourceId: "us-ooh",
      url,
      finalUrl: url,
      status: 200,
      mediaType: "text/html",
      headers: {},
    };
    const validators = { etag: undefined, lastModified: undefined };
    return opened.add({
      ...words,
      ...validators,
      ...{ fetchedAt: timeOf(day), body: Buffer.from(body), acquiredBy: by },
    });
  });
  opened.close();
  return captures;
}

/** What is in the archive, each body read and compared with its SHA-256. */
function readAll(): readonly Capture[] {
  const opened = openArchive(path, { readonly: true });
  const captures = [...opened.captures()];
  for (const { sha256 } of captures) opened.body(sha256);
  opened.close();
  return captures;
}

const prune = (pruning: Partial<ArchivePruning> = {}) =>
  pruneArchive(path, { needed: new Set(), before: timeOf(9), isDryRun: false, ...pruning });

const page = (day: number, body: string): Kept => ({ page: 1, day, body, by: "fetch" });

test("a body stays for as long as one capture has it", () => {
  archive([page(1, "same"), page(2, "other"), page(3, "same")]);
  expect(prune()).toMatchObject({ captures: 2, bodies: 1 });
  expect(readAll()).toMatchObject([{ fetchedAt: timeOf(3) }]);
});

test("a dry run counts the same and removes nothing", () => {
  archive([page(1, "one"), page(2, "two")]);
  expect(prune({ isDryRun: true })).toMatchObject({ captures: 1, bodies: 1, compaction: null });
  expect(readAll()).toHaveLength(2);
});

test("whatever is archived: what is needed, newest, brought in or young stays, and nothing else", () => {
  const response = fc.record({
    page: fc.integer({ min: 1, max: 3 }),
    day: fc.integer({ min: 1, max: 9 }),
    body: fc.constantFrom("a", "b", "c"),
    by: fc.constantFrom<AcquiredBy>("fetch", "mirror", "sample", "import"),
  });
  fc.assert(
    fc.property(fc.array(response), fc.integer({ min: 1, max: 9 }), fc.nat(), (responses, day, seed) => {
      rmSync(path, { force: true });
      const captures = [...new Map(archive(responses).map((capture) => [capture.id, capture])).values()];
      const needed = new Set(captures.filter((_, index) => (seed >> index) & 1).map(({ id }) => id));
      const order = (one: Capture) => `${one.fetchedAt} ${one.id}`;
      const isNewest = (one: Capture) =>
        captures.every((other) => other.url !== one.url || order(other) <= order(one));
      const expected = captures.filter(
        (one) =>
          needed.has(one.id) || one.acquiredBy === "import" || one.fetchedAt >= timeOf(day) || isNewest(one),
      );
      const pruned = prune({ needed, before: timeOf(day) });
      const ids = (list: readonly Capture[]) => list.map(({ id }) => id).toSorted();
      expect(ids(readAll())).toEqual(ids(expected));
      expect(pruned.captures).toBe(captures.length - expected.length);
    }),
    { numRuns: 60 },
  );
});

const BIG = [1, 2, 3].map((day) => page(day, randomBytes(200_000).toString("base64")));

test("the file becomes smaller by what it tells", () => {
  archive(BIG);
  const before = statSync(path).size;
  const { compaction } = prune();
  expect(compaction).toMatchObject({ outcome: "compacted" });
  expect(compaction?.bytes).toBeGreaterThan(200_000);
  expect(statSync(path).size).toBe(before - (compaction?.bytes ?? 0));
  expect(readAll()).toHaveLength(1);
});

test("a disk without room keeps the file as large as it is, and what is in it whole", () => {
  archive(BIG);
  expect(prune({ freeBytes: () => 1000 })).toMatchObject({
    captures: 2,
    compaction: { outcome: "no-room", bytes: 0 },
  });
  expect(readAll()).toHaveLength(1);
});

test("for little the file is not written anew", () => {
  archive([
    ...BIG,
    { page: 2, day: 1, body: "small", by: "fetch" },
    { page: 2, day: 2, body: "tiny", by: "fetch" },
  ]);
  const needed = new Set(
    readAll()
      .filter(({ url }) => url.endsWith("/1.htm"))
      .map(({ id }) => id),
  );
  expect(prune({ needed })).toMatchObject({ captures: 1, compaction: { outcome: "not-worth-it" } });
});
