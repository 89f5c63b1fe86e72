import { describe, expect, test } from "vitest";
import { createLedger } from "../../../../pipelines/acceptances/ledger.ts";
import { checkAgainstVersion } from "../../../../pipelines/checks/against-version/check-against-version.ts";
import { outlineOf } from "../../../../pipelines/checks/against-version/version-outline.ts";
import { VERSION_RULES } from "../../../../pipelines/checks/against-version/version-rules.ts";
import { type AnyRow, rowOf, SMALL_DATASET } from "../../../sinks/small-dataset.ts";
import { openSmallSnapshot } from "../../../sinks/small-snapshot.ts";
import { ACTORS, NURSES } from "../rows.ts";

const outline = (rows: readonly AnyRow[]) => outlineOf(openSmallSnapshot(rows).database);
const given = (rules: readonly string[]) => ({
  rules,
  reason: "a test",
  by: "Ada",
  at: "2026-11-21T02:15:00Z",
});
const ledgerFor = (...rules: string[]) =>
  createLedger(given(rules), () => true, { standing: [], pending: [] });

/** The names of the rules that hold; or the message of the refusal. */
async function checked(
  before: readonly AnyRow[],
  now: readonly AnyRow[],
  { replaces = false, ledger = ledgerFor() } = {},
): Promise<readonly string[] | string> {
  const outlines = [await outline(before), await outline(now)] as const;
  try {
    return checkAgainstVersion(...outlines, () => replaces, ledger);
  } catch (error) {
    return (error as Error).message;
  }
}

const HOLDING = VERSION_RULES.map(({ rule }) => rule);
const duties = (count: number, capture_id = "capture-1") =>
  Array.from({ length: count }, (_, index) =>
    rowOf("duty", { occupation_id: NURSES, position: 100 + index, text: `Task ${index}`, capture_id }),
  );
const without = (id: string) => SMALL_DATASET.filter(({ row }) => !Object.values(row).includes(id));

test("a version that says what the last one said holds every rule", async () => {
  expect(await checked(SMALL_DATASET, SMALL_DATASET)).toEqual(HOLDING);
});

describe("an id that the last version had", () => {
  test("is missed", async () => {
    expect(await checked(SMALL_DATASET, without(ACTORS))).toContain(
      `The rule vanished-ids is broken in 1 place of us-ooh. ${ACTORS} was in the last version`,
    );
  });

  test("may go with the document that it was read from", async () => {
    const page = SMALL_DATASET.find(({ table, row }) => table === "occupation" && row.id === ACTORS);
    const capture = String(page?.row && "capture_id" in page.row ? page.row.capture_id : "");
    const gone = without(ACTORS).filter(({ row }) => !Object.values(row).includes(capture));
    const others = without(ACTORS).filter(({ row }) => Object.values(row).includes(capture));
    // What else the small dataset read from that document goes with it.
    const result = await checked(SMALL_DATASET, gone);
    expect(others.length).toBeGreaterThan(0);
    expect(result).toEqual(HOLDING);
    expect(await checked(SMALL_DATASET, gone, { replaces: true })).toContain("vanished-ids");
  });

  test("may lead on to another", async () => {
    const redirect = rowOf("occupation_redirect", {
      ...{ from_id: ACTORS, to_id: NURSES, kind: "renamed", source_id: "us-ooh" },
      ...{
        from_url: "https://www.bls.gov/a.htm",
        to_url: "https://www.bls.gov/b.htm",
        fetched_at: "2026-11-20T02:15:00Z",
      },
    });
    expect(await checked(SMALL_DATASET, [...without(ACTORS), redirect])).toEqual(HOLDING);
  });

  test("goes when a person accepts it, and the ledger tells which", async () => {
    const ledger = ledgerFor("vanished-ids");
    expect(await checked(SMALL_DATASET, without(ACTORS), { ledger })).toEqual(
      HOLDING.filter((rule) => rule !== "vanished-ids"),
    );
    expect(ledger.entries()).toEqual([
      expect.objectContaining({
        rule: "vanished-ids",
        sourceId: "us-ooh",
        finding: expect.stringContaining(ACTORS),
      }),
    ]);
  });
});

describe("a table", () => {
  test("may lose a few rows, and no more", async () => {
    const before = [...SMALL_DATASET, ...duties(100)];
    expect(await checked(before, [...SMALL_DATASET, ...duties(95)])).toEqual(HOLDING);
    expect(await checked(before, [...SMALL_DATASET, ...duties(94)])).toContain("falling-counts");
  });

  test("of many rows may lose two in a hundred", async () => {
    const before = [...SMALL_DATASET, ...duties(1_000)];
    expect(await checked(before, [...SMALL_DATASET, ...duties(980)])).toEqual(HOLDING);
    expect(await checked(before, [...SMALL_DATASET, ...duties(970)])).toContain("falling-counts");
  });
});

describe("a source", () => {
  const wage = (reference_period: string) =>
    rowOf("wage", { occupation_id: NURSES, reference_period, amount: 1, group_title: "A part" });
  const inEdition = (edition: string) =>
    SMALL_DATASET.map((row) =>
      row.table === "source" ? ({ ...row, row: { ...row.row, edition } } as AnyRow) : row,
    );

  test("does not go back to an older edition", async () => {
    expect(await checked(inEdition("2024-34"), inEdition("2023-33"))).toContain(
      "the edition is 2023-33, and was 2024-34 in the last version",
    );
    expect(await checked(inEdition("2023-33"), inEdition("2024-34"))).toEqual(HOLDING);
  });

  test("does not go back to an older period", async () => {
    expect(await checked([...SMALL_DATASET, wage("2025-05")], [...SMALL_DATASET, wage("2024-05")])).toContain(
      "the newest wage is of 2024-05, and was of 2025-05 in the last version",
    );
  });

  test("that the last version did not have is measured by nothing", async () => {
    expect(await checked([], SMALL_DATASET)).toEqual(HOLDING);
  });
});
