import { expect, test } from "vitest";
import * as figures from "../../../pipelines/text/figures.ts";

test("money has cents only where it was published with cents", () => {
  expect(figures.money(50250, "USD")).toBe("$50,250");
  expect(figures.money(24.16, "USD")).toBe("$24.16");
  expect(figures.money(24.1, "USD")).toBe("$24.10");
  expect(figures.money(31500, "GBP")).toBe("£31,500");
});

test("a figure says how it is to be read, and why there is none", () => {
  expect(figures.qualified("$239,200", "at-least")).toBe("at least $239,200");
  expect(figures.qualified("$239,200", "exact")).toBe("$239,200");
  expect(figures.qualified(undefined, "not-published")).toBe("not published");
  expect(figures.qualified(undefined, "suppressed")).toBe("withheld by the publisher");
  expect(figures.qualified(undefined, "variable")).toBe("varies");
});

test("a negative number has a minus sign", () => {
  expect(figures.signed(-3800)).toBe("−3,800");
  expect(figures.signed(13700)).toBe("13,700");
});

test("periods, dates, sizes and ages are said in words", () => {
  expect(figures.periodWords("2024-05")).toBe("May 2024");
  expect(figures.periodWords("2024")).toBe("2024");
  expect(figures.dateWords("2026-11-03T02:15:00Z")).toBe("November 3, 2026");
  expect(figures.sizeWords(999)).toBe("999 B");
  expect(figures.sizeWords(24_500_000)).toBe("24.5 MB");
  expect(figures.ageWords(60_000)).toBe("1 minute");
  expect(figures.ageWords(36 * 3_600_000)).toBe("36 hours");
  expect(figures.ageWords(100 * 3_600_000)).toBe("4 days");
});
