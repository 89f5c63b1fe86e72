import { assert, constantFrom, integer, property, string } from "fast-check";
import { expect, test } from "vitest";
import { DocumentError } from "../../../sources/reading/document-error.ts";
import { COLUMNS, type OewsCell } from "../../../sources/us-oews/oews-extract.ts";
import { figureIn, hasDecimals } from "../../../transforms/us-oews/figure.ts";
import type { Survey } from "../../../transforms/us-oews/survey.ts";

const survey = {
  words: { url: "https://www.bls.gov/", at: "[a]b", letters: { jobs: "L" } },
} as unknown as Survey;

function read(cell: OewsCell) {
  const cells = COLUMNS.map((name) => (name === "jobs" ? cell : null));
  return figureIn(survey, { row: 2, industry: 0, occupation: 0, group: "detailed", cells }, "jobs", ["**"]);
}

test("a figure is read as it stands, as a number, as text and with its thousands set apart", () => {
  assert(
    property(integer({ min: 0, max: 999_999 }), integer({ min: 0, max: 99 }), (whole, cents) => {
      const figure = Number(`${whole}.${String(cents).padStart(2, "0")}`);
      expect(read(figure)).toBe(figure);
      expect(read(figure.toFixed(2))).toBe(figure);
      expect(read(figure.toLocaleString("en-US"))).toBe(figure);
      expect(hasDecimals(figure, 2)).toBe(true);
    }),
  );
});

test("what is neither a figure nor the marker is refused", () => {
  const isFigure = (words: string) => /^[\d,.]+$/.test(words) || words === "**";
  assert(
    property(string(), (words) => {
      if (!isFigure(words)) expect(() => read(words)).toThrow(DocumentError);
    }),
  );
  assert(
    property(
      constantFrom("*", "#", "~", "1,00", "01,000", "1.", ".5", "-1", "1e3", "1 000", "$5", "5%"),
      (words) => {
        expect(() => read(words)).toThrow(DocumentError);
      },
    ),
  );
});

test("half a cent is no figure with two decimals", () => {
  expect([hasDecimals(23.335, 2), hasDecimals(23.33, 2), hasDecimals(0.1, 1), hasDecimals(15, 0)]).toEqual([
    ...[false, true, true, true],
  ]);
});
