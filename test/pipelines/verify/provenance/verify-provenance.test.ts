import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findVersion } from "../../../../pipelines/published-version.ts";
import { withArchive } from "../../../../pipelines/stored-archive.ts";
import type { ProvenanceReport } from "../../../../pipelines/verify/provenance/provenance-report.ts";
import { verifyProvenance } from "../../../../pipelines/verify/provenance/verify-provenance.ts";
import { copyOf, latestOf, refreshIn } from "../../refresh/refreshed-store.ts";

const QUIET = { begin: () => {}, tick: () => {}, end: () => {}, say: () => {} };

/** A store with the whole sample, both countries and their counterparts. */
const folder = mkdtempSync(join(tmpdir(), "provenance-"));
const sample = join(folder, "store");
beforeAll(async () => {
  const { report } = await refreshIn(sample, ["--sample"]);
  expect(report.message).toContain("Published");
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function provenanceOf(store: string): Promise<ProvenanceReport> {
  const version = await findVersion(store);
  return withArchive(store, (archive) => verifyProvenance(version, archive, QUIET));
}

/** A copy of the store with something changed in the SQLite file of its version, as damage or a hand does it. */
function withVersionChanged(sql: string): string {
  const store = copyOf(sample);
  const path = join(store, "versions", latestOf(store) ?? "", "occupations.sqlite");
  chmodSync(path, 0o644);
  execute(path, sql);
  return store;
}

function withArchiveChanged(sql: string): string {
  const store = copyOf(sample);
  execute(join(store, "archive.sqlite"), `DROP TRIGGER body_is_kept; DROP TRIGGER capture_is_kept; ${sql}`);
  return store;
}

function execute(path: string, sql: string): void {
  const database = new Database(path);
  database.pragma("foreign_keys = OFF");
  database.exec(sql);
  database.close();
}

const rowsIn = ({ tables }: ProvenanceReport) =>
  Object.values(tables).reduce((sum, { rows }) => sum + rows, 0);
const provedIn = ({ tables }: ProvenanceReport) =>
  Object.values(tables).reduce((sum, { proved }) => sum + proved, 0);

describe("the sample", () => {
  test("has no fact that does not stand where it says", async () => {
    const report = await provenanceOf(sample);
    expect(report.problems).toEqual([]);
    expect(rowsIn(report)).toBeGreaterThan(1_000);
    expect(provedIn(report)).toBe(rowsIn(report));
    for (const [table, { rows, places }] of Object.entries(report.tables)) {
      expect(rows, table).toBeGreaterThan(0);
      expect(places, table).toBeGreaterThanOrEqual(rows);
    }
  });

  test("is told document by document", async () => {
    const told: string[] = [];
    const version = await findVersion(sample);
    const progress = { ...QUIET, tick: (url: string) => told.push(url) };
    const { documents } = await withArchive(sample, (archive) =>
      verifyProvenance(version, archive, progress),
    );
    expect(told).toContain("https://www.bls.gov/ooh/healthcare/registered-nurses.htm");
    expect(documents).toBe(told.length);
  });
});

describe("an archive", () => {
  const NURSES = "(SELECT sha256 FROM capture WHERE url LIKE '%/ooh/healthcare/registered-nurses.htm')";

  test("of which one byte is another proves nothing of that document, and names it", async () => {
    const flipped = "substr(content, 1, 200) || x'00' || substr(content, 202)";
    const report = await provenanceOf(
      withArchiveChanged(`UPDATE body SET content = CAST(${flipped} AS BLOB) WHERE sha256 = ${NURSES}`),
    );
    expect(report.problems).toEqual([
      expect.stringMatching(/registered-nurses\.htm, which \d+ facts were read from: The archive is damaged/),
    ]);
    expect(report.tables.duty.unproved).toEqual({ "the document cannot be opened": expect.any(Number) });
    expect(provedIn(report)).toBeLessThan(rowsIn(report));
  });

  test("that has another response under the id of a capture is found out", async () => {
    const other = "(SELECT sha256 FROM capture WHERE url LIKE '%/actors.htm')";
    const report = await provenanceOf(
      withArchiveChanged(`UPDATE capture SET sha256 = ${other} WHERE url LIKE '%/registered-nurses.htm'`),
    );
    expect(report.problems).toEqual([
      expect.stringContaining("The archive has another response under this id"),
    ]);
  });

  test("that has lost a response is found out", async () => {
    const report = await provenanceOf(
      withArchiveChanged("DELETE FROM capture WHERE url LIKE '%/registered-nurses.htm'"),
    );
    expect(report.problems).toEqual([expect.stringContaining("The archive does not have this response")]);
  });
});

describe("a version", () => {
  test("in which rows were changed is found out, and every row is named", async () => {
    const computed = "(SELECT min(rowid) FROM relation WHERE score IS NOT NULL)";
    const told = "(SELECT min(rowid) FROM wage WHERE raw IS NULL AND amount IS NOT NULL)";
    const report = await provenanceOf(
      withVersionChanged(`
        UPDATE requirement SET raw = raw || 's' WHERE occupation_id = 'us-ooh/actors' AND kind = 'work-experience';
        UPDATE wage SET amount = amount + 1 WHERE rowid = ${told};
        UPDATE quality SET locator = locator || ' > b' WHERE occupation_id = 'us-ooh/actors' AND position = 1;
        UPDATE section SET text = text || '.' WHERE occupation_id = 'uk-ncs/nurse' AND position = 1;
        UPDATE duty SET capture_id = 'none' WHERE occupation_id = 'us-ooh/actors' AND position = 1;
        UPDATE relation SET score = NULL WHERE rowid = ${computed};`),
    );
    const named = (words: RegExp) => expect.arrayContaining([expect.stringMatching(words)]);
    expect(report.problems).toEqual(named(/^requirement .*us-ooh\/actors.*: expected “.+s”, found “.+”\.$/));
    expect(report.problems).toEqual(named(/^wage .*: expected amount “.+”, found “.+”\.$/));
    expect(report.problems).toEqual(named(/^quality .* > b: expected “.+”, found no such place\.$/));
    expect(report.problems).toEqual(named(/^section .*uk-ncs\/nurse.*: expected text “.+”, found “.+”\.$/));
    expect(report.problems).toEqual(named(/^the response none, which 1 facts were read from/));
    expect(report.problems).toEqual(
      named(/^relation .*: expected the words of the value, found no such place\.$/),
    );
    expect(rowsIn(report) - provedIn(report)).toBe(6);
  });

  test("says of a changed fact where it was looked up, what should stand there, and what does", async () => {
    const report = await provenanceOf(
      withVersionChanged("UPDATE occupation SET title = 'Pilots' WHERE id = 'us-ooh/actors'"),
    );
    expect(report.problems).toEqual([
      expect.stringMatching(
        /^occupation \{"id":"us-ooh\/actors"\}, read from https:\/\/www\.bls\.gov\/ooh\/\S+\/actors\.htm: at .+ > h1: expected title “Pilots”, found “Actors”\.$/,
      ),
    ]);
  });

  test("in which a computed link rests on a row that is not there is found out", async () => {
    const report = await provenanceOf(
      withVersionChanged(
        "UPDATE relation SET locator = json_insert(locator, '$[#]', 'us-soc-2010/99-9999 > isco-08/1') WHERE rowid = (SELECT min(rowid) FROM relation WHERE score IS NOT NULL)",
      ),
    );
    expect(report.problems).toEqual([
      expect.stringContaining(
        "at us-soc-2010/99-9999 > isco-08/1: expected a row of this version, found none.",
      ),
    ]);
  });

  test("with more wrong than a person reads has all of it counted", async () => {
    const report = await provenanceOf(withVersionChanged("UPDATE section SET heading = heading || '!'"));
    expect(report.problems).toHaveLength(100);
    expect(report.problemCount).toBe(report.tables.section.rows);
    expect(report.tables.section.proved).toBe(0);
  });

  test("that is not there cannot be read", async () => {
    const store = copyOf(sample);
    const version = await findVersion(store);
    rmSync(join(version.folder, "occupations.sqlite"));
    await expect(
      withArchive(store, (archive) => verifyProvenance(version, archive, QUIET)),
    ).rejects.toMatchObject({ name: "StoreError" });
  });
});
