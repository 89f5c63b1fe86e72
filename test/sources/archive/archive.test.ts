import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openArchive } from "../../../sources/archive/archive.ts";
import { ArchiveError } from "../../../sources/archive/body.ts";
import { captureOf, type NewCapture, sha256Of } from "../../../sources/archive/capture.ts";
import { StoreError } from "../../../sources/archive/store-error.ts";

let folder: string;
let path: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "archive-"));
  path = join(folder, "store", "archive.sqlite");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const NURSES = "https://www.bls.gov/ooh/healthcare/registered-nurses.htm";

function response(changes: Partial<NewCapture> = {}): NewCapture {
  return {
    sourceId: "us-ooh",
    url: NURSES,
    finalUrl: NURSES,
    fetchedAt: "2026-11-20T02:15:00Z",
    status: 200,
    mediaType: "text/html",
    body: Buffer.from("<html>Registered nurses</html>"),
    etag: 'W/"1a2b"',
    lastModified: undefined,
    headers: { "content-type": "text/html; charset=utf-8" },
    acquiredBy: "fetch",
    ...changes,
  };
}

/** Changes the file behind the archive's back, as a bad disk would. */
function tamper(sql: string): void {
  const database = new Database(path);
  database.exec(`DROP TRIGGER body_is_kept; ${sql}`);
  database.close();
}

describe("a response", () => {
  test("comes back as it was archived, also after the file was closed", () => {
    const writing = openArchive(path);
    const added = writing.add(response());
    writing.close();

    const reading = openArchive(path, { readonly: true });
    expect(reading.capture(added.id)).toEqual(added);
    expect(reading.latest(NURSES)).toEqual(added);
    expect(reading.body(added.sha256).toString()).toBe("<html>Registered nurses</html>");
    reading.close();
  });

  test("always gets the same id, made of address, time and content", () => {
    const { id, sha256 } = captureOf(response());
    expect(id).toBe(sha256Of(`${NURSES}\n2026-11-20T02:15:00Z\n${sha256}`).slice(0, 16));
    expect(captureOf(response({ fetchedAt: "2026-11-21T02:15:00Z" })).id).not.toBe(id);
  });

  test("that is added twice is kept once", () => {
    const archive = openArchive(path);
    expect(archive.add(response())).toEqual(archive.add(response()));
    expect([...archive.captures()]).toHaveLength(1);
    archive.close();
  });

  test("with no body at all is kept", () => {
    const archive = openArchive(path);
    const empty = archive.add(response({ body: Buffer.alloc(0) }));
    expect(archive.body(empty.sha256)).toHaveLength(0);
    archive.close();
  });

  test("cannot be changed afterwards", () => {
    const archive = openArchive(path);
    archive.add(response());
    archive.close();
    const database = new Database(path);
    expect(() => database.exec("UPDATE capture SET status = 404")).toThrow(/never changed/);
    expect(() => database.exec("UPDATE body SET content = x''")).toThrow(/never changed/);
    database.close();
  });
});

describe("bodies", () => {
  test("are stored once, however many captures share them", () => {
    const archive = openArchive(path);
    for (const day of [10, 11, 12]) archive.add(response({ fetchedAt: `2026-11-${day}T02:15:00Z` }));
    archive.close();
    const database = new Database(path);
    expect(database.prepare("SELECT count(*) FROM body").pluck().get()).toBe(1);
    expect(database.prepare("SELECT count(*) FROM capture").pluck().get()).toBe(3);
    database.close();
  });

  test("are packed where that saves space, and left alone where it does not", () => {
    const archive = openArchive(path);
    const zip = randomBytes(4000);
    const page = archive.add(response({ body: Buffer.from("<p>words words words</p>".repeat(500)) }));
    const workbook = archive.add(response({ body: zip }));
    expect(archive.body(workbook.sha256).equals(zip)).toBe(true);
    archive.close();
    const database = new Database(path);
    const encodings = database.prepare("SELECT sha256, encoding FROM body").raw().all();
    expect(Object.fromEntries(encodings as [string, string][])).toEqual({
      [page.sha256]: "gzip",
      [workbook.sha256]: "identity",
    });
    expect(database.prepare("SELECT max(length(content)) FROM body").pluck().get()).toBe(4000);
    database.close();
  });

  test("are read quickly: 260 pages of 120 kB in less than half a second", () => {
    const archive = openArchive(path);
    const hashes = Array.from({ length: 260 }, (_, page) => {
      const body = Buffer.from(`<p>${page} ${randomBytes(300).toString("hex")}</p>`.repeat(195));
      return archive.add(response({ body })).sha256;
    });
    const start = performance.now();
    for (const sha256 of hashes) archive.body(sha256);
    expect(performance.now() - start).toBeLessThan(500);
    archive.close();
  });

  test("that a bad disk changed are refused", () => {
    const archive = openArchive(path);
    const { sha256 } = archive.add(response());
    tamper("UPDATE body SET content = x'00', encoding = 'identity'");
    expect(() => archive.body(sha256)).toThrow(ArchiveError);
    expect(() => archive.body(sha256)).toThrow(/^The archive is damaged: .* nothing was changed\.$/);
    archive.close();
  });

  test("that can no longer be unpacked are refused", () => {
    const archive = openArchive(path);
    const { sha256 } = archive.add(response({ body: Buffer.from("words ".repeat(100)) }));
    tamper("UPDATE body SET content = substr(content, 1, 20)");
    expect(() => archive.body(sha256)).toThrow(ArchiveError);
    archive.close();
  });

  test("that unpack to more than was archived are refused before they fill the memory", () => {
    const archive = openArchive(path);
    const { sha256 } = archive.add(response({ body: Buffer.from("words ".repeat(100)) }));
    tamper("UPDATE body SET bytes = 10");
    expect(() => archive.body(sha256)).toThrow(ArchiveError);
    archive.close();
  });

  test("that were never archived are refused", () => {
    const archive = openArchive(path);
    expect(() => archive.body("0".repeat(64))).toThrow(/holds no body/);
    archive.close();
  });
});

describe("captures", () => {
  test("are listed newest first, all of them, also beyond one page of the listing", () => {
    const archive = openArchive(path);
    const times = Array.from({ length: 1203 }, (_, second) =>
      new Date(Date.UTC(2026, 10, 20) + second * 1000).toISOString(),
    );
    const database = new Database(path);
    database.pragma("foreign_keys = OFF");
    const insert = database.prepare(
      "INSERT INTO capture SELECT ?, 'us-ooh', 'u', 'u', ?, 200, 'text/html', 0, '', NULL, NULL, '{}', 'fetch'",
    );
    database.transaction(() => {
      for (const [index, time] of times.entries()) insert.run(index.toString(16).padStart(16, "0"), time);
    })();
    database.close();

    const listed = [...archive.captures()].map((capture) => capture.fetchedAt);
    expect(listed).toEqual(times.toReversed());
    expect([...archive.captures({ limit: 501 })]).toHaveLength(501);
    archive.close();
  });

  test("are found by address, by source and by number", () => {
    const archive = openArchive(path);
    const first = archive.add(response());
    const second = archive.add(response({ fetchedAt: "2026-11-21T02:15:00Z" }));
    const other = archive.add(
      response({ sourceId: "uk-ncs", url: "https://nationalcareers.service.gov.uk/job-profiles/nurse" }),
    );
    expect([...archive.captures({ url: NURSES })]).toEqual([second, first]);
    expect([...archive.captures({ sourceId: "uk-ncs" })]).toEqual([other]);
    expect([...archive.captures({ sourceId: "us-ooh", limit: 1 })]).toEqual([second]);
    expect(archive.latest(NURSES)).toEqual(second);
    expect(archive.latest("https://www.bls.gov/ooh/")).toBeUndefined();
    expect(archive.capture("0000000000000000")).toBeUndefined();
    archive.close();
  });

  test("can be added while they are listed", () => {
    const archive = openArchive(path);
    archive.add(response());
    for (const capture of archive.captures()) {
      archive.add(response({ fetchedAt: "2026-11-22T02:15:00Z", url: `${capture.url}?again` }));
    }
    expect([...archive.captures()]).toHaveLength(2);
    archive.close();
  });
});

describe("a file", () => {
  test("of another program is refused and left alone", () => {
    const other = join(folder, "archive.sqlite");
    const database = new Database(other);
    database.exec("CREATE TABLE theirs (a)");
    database.close();
    expect(() => openArchive(other)).toThrow(/was not written by this program/);
  });

  test("of a newer program is refused", () => {
    openArchive(path).close();
    const database = new Database(path);
    database.pragma("user_version = 2");
    database.close();
    expect(() => openArchive(path)).toThrow(expect.objectContaining({ code: "store-newer" }));
  });

  test("that is no database is refused as damaged", () => {
    const other = join(folder, "archive.sqlite");
    writeFileSync(other, "not a database, but long enough to look at".repeat(100));
    expect(() => openArchive(other)).toThrow(expect.objectContaining({ code: "store-damaged" }));
  });

  test("that is not there cannot be opened for reading, and is not made", () => {
    expect(() => openArchive(path, { readonly: true })).toThrow(StoreError);
    expect(() => openArchive(path, { readonly: true })).toThrow(/cannot be read or written/);
  });

  test("without tables, since its writer was killed, is no foreign file, and goes on", () => {
    const begun = join(folder, "archive.sqlite");
    new Database(begun).exec("PRAGMA journal_mode = WAL").close();
    expect(() => openArchive(begun, { readonly: true })).toThrow(
      expect.objectContaining({ code: "store-empty" }),
    );
    const archive = openArchive(begun);
    archive.add(response());
    archive.close();
    const reopened = openArchive(begun, { readonly: true });
    expect([...reopened.captures()]).toHaveLength(1);
    reopened.close();
  });

  test("whose folder is a file is refused", () => {
    writeFileSync(join(folder, "store"), "");
    expect(() => openArchive(path)).toThrow(expect.objectContaining({ code: "store-unreadable" }));
  });
});

test("a crash between body and capture leaves an archive that can go on", () => {
  const archive = openArchive(path);
  const { sha256, id } = archive.add(response());
  const database = new Database(path);
  database.exec("DELETE FROM capture");
  database.close();
  expect(archive.capture(id)).toBeUndefined();
  expect(archive.add(response()).sha256).toBe(sha256);
  expect(archive.capture(id)).toBeDefined();
  archive.close();
});
