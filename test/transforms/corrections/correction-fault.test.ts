import { expect, test } from "vitest";
import { SOURCES } from "../../../pipelines/registry.ts";
import type { Correction } from "../../../sources/correction.ts";
import { correctionFault } from "../../../transforms/corrections/correction-fault.ts";
import { ACTORS_HOURLY } from "./actors-correction.ts";

test.each(SOURCES.map(({ source, corrections }) => [source.id, corrections] as const))(
  "every correction of %s can be applied",
  (_, corrections) => {
    expect(corrections.map(correctionFault).filter((fault) => fault !== undefined)).toEqual([]);
  },
);

test("a correction that names a fact by its whole key, and gives reason and evidence, is lawful", () => {
  expect(correctionFault(ACTORS_HOURLY)).toBeUndefined();
});

test.each<[Partial<Correction>, string]>([
  [{ table: "wages" }, "wages is no table about occupations"],
  [{ table: "industry", column: "title" }, "industry is no table about occupations"],
  [{ column: "amounts" }, "wage has no column amounts to correct"],
  [{ column: "raw" }, "wage has no column raw to correct"],
  [{ column: "statistic" }, "statistic belongs to the key of wage"],
  [{ key: { ...ACTORS_HOURLY.key, statistic: "middle" } }, "statistic = middle is no part of a key of wage"],
  [{ key: { ...ACTORS_HOURLY.key, amount: 2333 } }, "amount = 2333 is no part of a key of wage"],
  [{ key: { statistic: "median", period: "hour" } }, "area, which belongs to the key of wage, is missing"],
  [{ corrected: "23.33" }, "23.33 is no value of wage.amount"],
  [{ corrected: -1 }, "-1 is no value of wage.amount"],
  [{ corrected: 2333 }, "it corrects nothing"],
  [{ reason: " " }, "it gives no reason or evidence"],
  [{ evidence: { url: "the page", words: "words" } }, "the page is no address"],
  [{ since: "yesterday" }, "yesterday is no date"],
])("%o is refused", (given, fault) => {
  expect(correctionFault({ ...ACTORS_HOURLY, ...given })).toContain(fault);
});
