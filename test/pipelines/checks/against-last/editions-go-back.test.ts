import { describe, expect, test } from "vitest";
import { isOlderEdition, isOlderPeriod } from "../../../../pipelines/checks/against-last/edition-order.ts";
import { editionsGoBack } from "../../../../pipelines/checks/against-last/editions-go-back.ts";
import { documentOf, fact, findingsOf } from "./documents.ts";

describe("an edition", () => {
  test.each([
    ["2023-33", "2024-34"],
    ["May 2023", "May 2024"],
    ["2024 provisional", "2024 revised"],
    ["2024 revised", "2025 provisional"],
    ["2021-2024", "2021-2025"],
    [undefined, "2024-34"],
  ])("%s is older than %s, and not the other way round", (older, newer) => {
    expect(isOlderEdition(older, newer)).toBe(true);
    expect(isOlderEdition(newer, older)).toBe(false);
    expect(isOlderEdition(newer, newer)).toBe(false);
  });

  test("that tells no period is not older than one that does, by month or by year", () => {
    expect(isOlderPeriod("2024", "2024-05")).toBe(false);
    expect(isOlderPeriod("2024-05", "2024")).toBe(false);
    expect(isOlderPeriod("2023-05", "2024")).toBe(true);
    expect(isOlderPeriod("2024-04", "2024-05")).toBe(true);
  });
});

test("a document of an older edition is held back", () => {
  expect(findingsOf(editionsGoBack, documentOf([]), documentOf([], "2023-33"))).toEqual([
    "the edition is 2023-33, and was 2024-34",
  ]);
});

test("so is one whose newest figures are older, whatever edition it names", () => {
  const wage = (reference_period: string) => fact("wage", { reference_period, amount: 1 });
  expect(
    findingsOf(editionsGoBack, documentOf([wage("2023-05"), wage("2024-05")]), documentOf([wage("2023-05")])),
  ).toEqual(["the newest wage is of 2023-05, and was of 2024-05"]);
  const projection = (target_year: number) =>
    fact("projection", { base_year: target_year - 10, target_year });
  expect(
    findingsOf(editionsGoBack, documentOf([projection(2034)]), documentOf([projection(2033)])),
  ).toHaveLength(1);
});

test("the next edition, and the same once more, pass", () => {
  const wage = (reference_period: string) => fact("wage", { reference_period, amount: 1 });
  expect(
    findingsOf(editionsGoBack, documentOf([wage("2024-05")]), documentOf([wage("2025-05")], "2025-35")),
  ).toEqual([]);
  expect(findingsOf(editionsGoBack, documentOf([wage("2024-05")]), documentOf([wage("2024-05")]))).toEqual(
    [],
  );
});
