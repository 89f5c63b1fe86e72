import { describe, expect, test } from "vitest";
import { type AssembledDocument, createAssembly } from "../../../transforms/assemble/assemble.ts";
import type { Fact } from "../../../transforms/model/model.ts";
import { rowOf } from "../../sinks/small-dataset.ts";

function wage(amount: number | null, changes: object = {}): Fact {
  const figure = { statistic: "median", period: "year", reference_period: "2024", amount } as const;
  return rowOf("wage", { occupation_id: "uk-soc-2020/2237", ...figure, ...changes }) as Fact;
}

function edition(name: string, facts: readonly Fact[], sourceId = "uk-ashe"): AssembledDocument {
  const document = { url: `https://www.ons.gov.uk/${name}`, sourceId, captureId: name, facts, remarks: [] };
  return { ...document, isEdition: true, mustCover: undefined };
}

describe("editions that stand side by side", () => {
  test("keep the figures of different years", () => {
    const { add, settle } = createAssembly();
    const [newer, older] = [wage(31_000), wage(30_000, { reference_period: "2023" })];
    expect(add(edition("2024", [newer]))).toEqual([newer]);
    expect(add(edition("2023", [older]))).toEqual([older]);
    expect(settle().findings).toEqual([]);
  });

  test("let the first one tell a figure, and count what the later ones say otherwise", () => {
    const { add, settle } = createAssembly();
    const [revised, other] = [wage(31_000), wage(20, { period: "hour" })];
    add(edition("2024revised", [revised]));
    expect(add(edition("2024", [wage(30_900), other]))).toEqual([other]);
    expect(settle().findings).toEqual([
      expect.objectContaining({
        rule: "superseded-figures",
        severity: "info",
        source_id: "uk-ashe",
        message: expect.stringContaining("1 figures of https://www.ons.gov.uk/2024 are told otherwise"),
      }),
    ]);
  });

  test("that say the same, read in other cells, are not told", () => {
    const { add, settle } = createAssembly();
    add(edition("2024revised", [wage(31_000)]));
    const same = wage(31_000, { locator: "elsewhere", raw: "31,000", capture_id: "other" });
    expect(add(edition("2024", [same]))).toEqual([]);
    expect(settle().findings).toEqual([]);
  });

  test("let a figure that was withdrawn stay withdrawn", () => {
    const { add } = createAssembly();
    const suppressed = wage(null, { qualifier: "suppressed" });
    expect(add(edition("2024revised", [suppressed]))).toEqual([suppressed]);
    expect(add(edition("2024", [wage(30_900)]))).toEqual([]);
  });

  test("of different sources say nothing about each other", () => {
    const { add } = createAssembly();
    add(edition("2024", [wage(31_000)]));
    expect(add(edition("2024", [wage(30_000)], "uk-lmi"))).toHaveLength(1);
  });
});
