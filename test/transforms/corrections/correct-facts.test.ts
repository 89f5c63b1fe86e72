import { describe, expect, test } from "vitest";
import { createCorrecting } from "../../../transforms/corrections/correct-facts.ts";
import type { Fact } from "../../../transforms/model/model.ts";
import { rowOf } from "../../sinks/small-dataset.ts";
import { ACTORS_HOURLY, hourly } from "./actors-correction.ts";

const correct = (facts: readonly Fact[], corrections = [ACTORS_HOURLY]) => {
  const correcting = createCorrecting(corrections);
  return { facts: correcting.correct(facts), found: correcting.applied().map(({ found }) => found) };
};

describe("a correction", () => {
  test("puts the value right, and leaves the published words", () => {
    const { facts, found } = correct([hourly(2333)]);
    expect(facts).toEqual([hourly(23.33)]);
    expect(facts[0]?.row.raw).toBe("$2333 per hour");
    expect(found).toEqual([[2333]]);
  });

  test("keeps a published value that stood for itself as the published words", () => {
    const title = rowOf("occupation", { id: "us-ooh/actors", title: "Acters" }) as Fact;
    const { facts } = correct(
      [title],
      [
        {
          ...ACTORS_HOURLY,
          ...{ table: "occupation", column: "title", key: {}, published: "Acters", corrected: "Actors" },
        },
      ],
    );
    expect(facts[0]?.row).toMatchObject({ title: "Actors", raw: "Acters" });
  });

  test.each([23.33, 24, null])("leaves alone what is not what it expects: %s", (amount) => {
    expect(correct([hourly(amount)])).toEqual({ facts: [hourly(amount)], found: [[amount]] });
  });

  test.each([
    ["occupation", hourly(2333, { occupation_id: "us-ooh/dancers" })],
    ["statistic", hourly(2333, { statistic: "p90" })],
    ["period", hourly(2333, { reference_period: "2025-05" })],
    ["part of the workers", hourly(2333, { group_title: "Stage actors" })],
  ])("leaves alone the same number of another %s", (_, fact) => {
    expect(correct([fact])).toEqual({ facts: [fact], found: [[]] });
  });

  test("is applied in every document that tells the fact", () => {
    const correcting = createCorrecting([ACTORS_HOURLY]);
    for (const amount of [2333, 23.33]) correcting.correct([hourly(amount)]);
    expect(correcting.applied()).toEqual([{ correction: ACTORS_HOURLY, found: [2333, 23.33] }]);
  });
});

test("without corrections the facts are the same ones", () => {
  const facts = [hourly(2333)];
  expect(createCorrecting([]).correct(facts)).toBe(facts);
});
