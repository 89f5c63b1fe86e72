import { describe, expect, test } from "vitest";
import { deriveEquivalents } from "../../../pipelines/build/derive-equivalents.ts";
import type { Row } from "../../../transforms/model/model.ts";
import { type AnyRow, rowOf } from "../../sinks/small-dataset.ts";
import { createEmptySnapshot, insertAll } from "../../sinks/small-snapshot.ts";
import { CHEFS } from "../../transforms/equivalents/chefs.ts";

/** The example of the README as rows of a version that is being built. */
function staged(sourceOfPairs: string) {
  const writer = createEmptySnapshot();
  const from = { source_id: sourceOfPairs, capture_id: "crossing" };
  const rows: AnyRow[] = [
    ...CHEFS.occupations.map(({ id, scheme, level, title, parent_id }) =>
      rowOf("occupation", {
        ...{ id, scheme, level, title, parent_id, code: id.slice(id.indexOf("/") + 1) },
      } as Partial<Row<"occupation">>),
    ),
    ...CHEFS.names.map((name) => rowOf("occupation_name", { ...name, kind: "index" })),
    ...CHEFS.equivalents.map((pair) => rowOf("relation", { ...pair, kind: "equivalent", ...from })),
    ...CHEFS.covers.map((pair) => rowOf("relation", { ...pair, kind: "covers" })),
  ];
  insertAll(writer, rows.toReversed());
  const derived = () =>
    writer.connection
      .prepare<[], Row<"relation">>("SELECT * FROM relation WHERE score IS NOT NULL ORDER BY from_id, to_id")
      .all();
  return { writer, derived };
}

describe("the bridge between the countries", () => {
  test("is added to a version that has the crosswalk, with the capture of the crossing and the rows it rests on", () => {
    const { writer, derived } = staged("crosswalk");
    expect(deriveEquivalents(writer)).toBe(3);
    const rows = derived();
    expect(rows.map(({ from_id, to_id, score }) => [from_id, to_id, score])).toEqual([
      ["us-ooh/chefs-and-head-cooks", "uk-ncs/chef", 0.48],
      ["us-ooh/chefs-and-head-cooks", "uk-soc-2020/5434", 0.769],
      ["us-soc-2018/35-1011", "uk-soc-2020/5434", 0.769],
    ]);
    for (const { kind, source_id, capture_id, raw, locator } of rows) {
      expect([kind, source_id, capture_id, raw]).toEqual(["equivalent", "crosswalk", "crossing", null]);
      expect(JSON.parse(locator)).toContain("us-soc-2010/35-1011 > isco-08/3434");
    }
  });

  test("says the same where it is derived from a version that has it already", () => {
    const { writer, derived } = staged("crosswalk");
    deriveEquivalents(writer);
    const first = derived();
    writer.connection.exec("DELETE FROM relation WHERE score IS NOT NULL");
    deriveEquivalents(writer);
    expect(derived()).toEqual(first);
  });

  test("is not there without the crosswalk", () => {
    const { writer, derived } = staged("uk-soc");
    expect(deriveEquivalents(writer)).toBe(0);
    expect(derived()).toEqual([]);
  });
});
