import { expect } from "vitest";
import { placesOf } from "../cases/places-of.ts";
import { describeCases } from "../workbooks/describe-cases.ts";
import { wordsAt } from "../workbooks/written-workbook.ts";
import { cases } from "./cases.ts";

describeCases(cases, ({ row }, workbook) => {
  const words = placesOf(row.raw);
  for (const [index, locator] of placesOf(row.locator).entries()) {
    const expected = "text" in row ? row.text : words[index];
    expect(wordsAt(workbook, `${locator}`), `${locator}`).toBe(expected);
  }
});
