import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildFacts } from "../../../pipelines/build/build-facts.ts";
import { rebuiltContributions } from "../../../pipelines/rebuild/rebuilt-contributions.ts";
import { createSnapshot } from "../../../sinks/sqlite.ts";
import { type Archive, openArchive } from "../../../sources/archive/archive.ts";
import type { Correction } from "../../../sources/correction.ts";
import { ACTORS_HOURLY } from "../../transforms/corrections/actors-correction.ts";
import { newStore, publishedSample } from "../refresh/refreshed-store.ts";

let published: Awaited<ReturnType<typeof publishedSample>>;
let archive: Archive;

beforeAll(async () => {
  published = await publishedSample();
  archive = openArchive(join(published.path, "archive.sqlite"));
});
afterAll(() => {
  archive.close();
  published.remove();
});

const SILENT = { begin: () => {}, tick: () => {}, end: () => {}, say: () => {} };
/** On the page of the sample, $23.33 is what is published. */
const CORRECTION: Correction = { ...ACTORS_HOURLY, published: 23.33, corrected: 23.4 };

/** The published sample, built once more with corrections of the handbook. */
function builtWith(corrections: readonly Correction[]) {
  const version = { id: published.version, folder: join(published.path, "versions", published.version) };
  const contributions = rebuiltContributions(version, archive).map((contribution) => ({
    ...contribution,
    registered: { ...contribution.registered, corrections },
  }));
  const writer = createSnapshot(`${newStore()}.sqlite`);
  try {
    buildFacts(contributions, writer, SILENT, new Map());
    const all = (sql: string) => writer.connection.prepare(sql).all();
    return {
      wages: all(
        "SELECT amount, raw FROM wage WHERE occupation_id = 'us-ooh/actors' AND statistic = 'median' AND industry_id IS NULL",
      ),
      corrections: all("SELECT * FROM correction"),
      issues: all("SELECT rule, severity, occupation_id, message FROM issue WHERE rule LIKE 'correct%'"),
    };
  } finally {
    writer.discard();
  }
}

describe("a version with a correction", () => {
  test("has the corrected value, the published words, and why", () => {
    const { wages, corrections, issues } = builtWith([CORRECTION]);
    expect(wages).toEqual([{ amount: 23.4, raw: expect.stringContaining("$23.33") }]);
    expect(corrections).toEqual([
      {
        ...{ occupation_id: "us-ooh/actors", table_name: "wage", column_name: "amount" },
        row_key: JSON.stringify({
          ...{ occupation_id: "us-ooh/actors", area: "US", industry_id: null, group_title: null },
          ...{ statistic: "median", period: "hour", reference_period: "2024-05" },
        }),
        ...{ published: "23.33", corrected: "23.4", reason: CORRECTION.reason, source_id: "us-ooh" },
        evidence: `${CORRECTION.evidence.url}: ${CORRECTION.evidence.words}`,
      },
    ]);
    expect(issues).toEqual([
      {
        ...{ rule: "corrected", severity: "info", occupation_id: "us-ooh/actors" },
        message: expect.stringContaining("is 23.4 here, and 23.33 as published. The decimal point"),
      },
    ]);
  });

  test.each<[string, Partial<Correction>, string]>([
    ["the publisher has mended", { published: 22, corrected: 23.33 }, "the publisher now says 23.33, as our"],
    [
      "finds a third thing",
      { published: 22 },
      "expects 22, and the publisher says 23.33. The published value",
    ],
    ["is about no fact", { key: { ...CORRECTION.key, period: "year" } }, "matches no fact"],
  ])("that %s says so, and the published value stands", (_, given, words) => {
    const { wages, corrections, issues } = builtWith([{ ...CORRECTION, ...given }]);
    expect(wages).toMatchObject([{ amount: 23.33 }]);
    expect(corrections).toEqual([]);
    expect(issues).toEqual([
      {
        ...{ rule: "correction-outdated", severity: "warning", occupation_id: "us-ooh/actors" },
        message: expect.stringContaining(words),
      },
    ]);
  });

  test("of an occupation that it does not have names none in the issue", () => {
    const { issues } = builtWith([{ ...CORRECTION, occupationId: "us-ooh/nobody" }]);
    expect(issues).toMatchObject([{ rule: "correction-outdated", occupation_id: null }]);
  });
});
