import { expect, test } from "vitest";
import type { DocumentBytes } from "../../../sources/source.ts";
import { refusalOf } from "./cases.ts";

/** What is refused, the document, and parts of the place, of what was expected and of what was found. */
export type Refused = readonly [
  name: string,
  document: () => DocumentBytes,
  locator: string,
  expected: string,
  found: string,
];

/** A test for each document that is refused. */
export function testRefusals(documents: readonly Refused[]): void {
  test.each(documents)("%s", (_, document, locator, expected, found) => {
    const refusal = refusalOf(document());
    expect(refusal.locator).toContain(locator);
    expect(refusal.expected).toContain(expected);
    expect(refusal.found).toContain(found);
  });
}
