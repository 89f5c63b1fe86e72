import { describe, expect, test } from "vitest";
import { createLedger } from "../../../../pipelines/acceptances/ledger.ts";
import { checkExpectations } from "../../../../pipelines/checks/expectations/check-expectations.ts";
import { unfilledOf } from "../../../../pipelines/checks/expectations/fill-rates.ts";
import { SOURCES } from "../../../../pipelines/registry.ts";
import type { SourceExpectations } from "../../../../sources/source.ts";
import { usOoh } from "../../../../sources/us-ooh/source.ts";
import { type AnyRow, rowOf, SMALL_DATASET } from "../../../sinks/small-dataset.ts";
import { openSmallSnapshot } from "../../../sinks/small-snapshot.ts";

const CODES = Array.from({ length: 100 }, (_, index) => `occupation-${index}`);
const profile = (code: string) =>
  rowOf("occupation", { id: `us-ooh/${code}`, scheme: "us-ooh", code, title: code });
const median = (code: string, amount: number | null = 50_000) =>
  rowOf("wage", {
    occupation_id: `us-ooh/${code}`,
    amount,
    qualifier: amount === null ? "not-published" : "exact",
  });
const BASIS = SMALL_DATASET.filter(({ table }) => table === "source" || table === "capture");
const database = (rows: readonly AnyRow[]) => openSmallSnapshot([...BASIS, ...rows]).database;
const rates = (share: number) => ({ of: "us-ooh profile", has: { "wage.median": share } });

describe("a fill rate", () => {
  test("is reached by nearly all, and not by fewer", async () => {
    const filled = (count: number) =>
      unfilledOf(
        database([...CODES.map(profile), ...CODES.slice(0, count).map((code) => median(code))]),
        "us-ooh",
        rates(0.97),
      );
    // Three of a hundred by the share, and two more.
    expect(await filled(95)).toEqual([]);
    expect(await filled(94)).toEqual([
      {
        finding: "fewer than 97 percent of us-ooh profile have wage.median",
        detail:
          "fewer than 97 percent of us-ooh profile have wage.median: 94 of 100, and not us-ooh/occupation-94, us-ooh/occupation-95, us-ooh/occupation-96 …",
      },
    ]);
  });

  test("is not measured where there are few", async () => {
    const unfilled = (codes: readonly string[]) =>
      unfilledOf(database(codes.map(profile)), "us-ooh", rates(0.97));
    expect(await unfilled(CODES.slice(0, 49))).toEqual([]);
    expect(await unfilled(CODES.slice(0, 50))).toHaveLength(1);
  });

  test("is not reached by rows without a figure, or of another statistic", async () => {
    const rows = CODES.flatMap((code) => [profile(code), median(code, null)]);
    expect(await unfilledOf(database(rows), "us-ooh", rates(0.97))).toHaveLength(1);
    expect(
      await unfilledOf(database(rows), "us-ooh", { of: "us-ooh profile", has: { wage: 0.97 } }),
    ).toHaveLength(1);
    const means = CODES.flatMap((code) => [
      profile(code),
      rowOf("wage", { occupation_id: `us-ooh/${code}`, statistic: "mean", amount: 1 }),
    ]);
    expect(await unfilledOf(database(means), "us-ooh", rates(0.97))).toHaveLength(1);
  });

  test("of a column is about the occupation itself", async () => {
    const summaries = { of: "us-ooh profile", has: { "occupation.summary": 0.98 } };
    expect(await unfilledOf(database(CODES.map(profile)), "us-ooh", summaries)).toHaveLength(1);
  });

  test("is about the occupations that the source tells of", async () => {
    expect(await unfilledOf(database(CODES.map(profile)), "uk-ncs", rates(0.97))).toEqual([]);
  });
});

describe("what a source declares", () => {
  const held = (expects: Partial<SourceExpectations>, occasion = { isSample: false, isLive: true }) =>
    checkExpectations(
      database(CODES.map(profile)),
      [{ ...usOoh, expects: { ...usOoh.expects, filled: [], minimumFacts: {}, ...expects } }],
      occasion,
      createLedger(undefined, () => true, { standing: [], pending: [] }),
    );

  test("costs it its place where it gives less, and the message tells what to do", async () => {
    await expect(held({ filled: [rates(0.97)] })).rejects.toMatchObject({
      name: "SourceRefusedError",
      sourceId: "us-ooh",
      message: expect.stringContaining("--accept fill-rates"),
    });
  });

  test("as a minimum holds for the publisher's own addresses only", async () => {
    await expect(held({ minimumFacts: { wage: 1 } })).rejects.toThrow(
      "it gives fewer than 1 rows of wage: 0",
    );
    expect(await held({ minimumFacts: { wage: 1 } }, { isSample: false, isLive: false })).toEqual([
      "fill-rates",
    ]);
  });

  test("holds for no sample", async () => {
    expect(await held({ filled: [rates(0.97)] }, { isSample: true, isLive: false })).toEqual([]);
  });

  test("is about tables, words and columns that there are", async () => {
    for (const { source } of SOURCES)
      for (const filled of source.expects.filled)
        await expect(unfilledOf(database([]), source.id, filled)).resolves.toEqual([]);
  });
});
