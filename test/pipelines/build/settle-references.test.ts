import { describe, expect, test } from "vitest";
import { settleReferences } from "../../../pipelines/build/settle-references.ts";

import { type AnyRow, rowOf, SMALL_DATASET } from "../../sinks/small-dataset.ts";
import { createEmptySnapshot, insertAll } from "../../sinks/small-snapshot.ts";

const ACTORS = "us-ooh/actors";

function settled(...rows: readonly AnyRow[]) {
  const writer = createEmptySnapshot();
  insertAll(writer, [...SMALL_DATASET, ...rows]);
  const result = settleReferences(writer.connection);
  const count = (sql: string) => writer.connection.prepare<[], number>(sql).pluck().get();
  return { ...result, count, discard: writer.discard };
}

describe("facts about occupations that no document describes", () => {
  test("links and names are left out, and told once with all their targets in order", () => {
    const { findings, removed, count, discard } = settled(
      rowOf("relation", { from_id: ACTORS, to_id: "us-ooh/singers", kind: "similar" }),
      rowOf("relation", { from_id: ACTORS, to_id: "us-ooh/dancers", kind: "similar" }),
      rowOf("occupation_name", { occupation_id: "us-ooh/dancers", name: "Ballerina", kind: "index" }),
    );
    expect(findings).toEqual([
      {
        ...{ rule: "link-to-unknown-profile", severity: "info", source_id: "us-ooh", occupation_id: null },
        capture_id: "capture-1",
        message:
          "Documents lead to 2 profiles that this version does not have; these links are left out: us-ooh/dancers, us-ooh/singers.",
      },
    ]);
    expect(removed).toEqual(new Map([["us-ooh", 3]]));
    expect(count("SELECT count(*) FROM relation WHERE to_id IN ('us-ooh/singers', 'us-ooh/dancers')")).toBe(
      0,
    );
    discard();
  });

  test("figures are left out, and told as what they are", () => {
    const { findings, count, discard } = settled(
      rowOf("wage", { occupation_id: "us-ooh/singers", statistic: "median", period: "hour", amount: 20 }),
    );
    expect(findings).toMatchObject([
      {
        rule: "occupation-not-described",
        severity: "warning",
        message:
          "1 facts (wage) are about 1 occupations that no document describes; they are left out: us-ooh/singers.",
      },
    ]);
    expect(count("SELECT count(*) FROM wage WHERE occupation_id = 'us-ooh/singers'")).toBe(0);
    discard();
  });

  test("a parent that nobody describes is no parent", () => {
    const { findings, count, discard } = settled(
      rowOf("occupation", {
        ...{
          id: "uk-soc-2020/2237",
          scheme: "uk-soc-2020",
          code: "2237",
          level: "unit",
          title: "Other nurses",
        },
        parent_id: "uk-soc-2020/223",
      }),
    );
    expect(findings).toEqual([]);
    expect(count("SELECT count(*) FROM occupation WHERE code = '2237' AND parent_id IS NULL")).toBe(1);
    discard();
  });

  test("where all is described, nothing is left out", () => {
    const { findings, removed, discard } = settled();
    expect(findings).toEqual([]);
    expect(removed.size).toBe(0);
    discard();
  });
});
