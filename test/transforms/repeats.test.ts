import { expect, test } from "vitest";
import { DocumentError } from "../../sources/reading/document-error.ts";
import type { Fact, Row } from "../../transforms/model/model.ts";
import { withoutRepeats } from "../../transforms/repeats.ts";
import { rowOf } from "../sinks/small-dataset.ts";

const URL = "https://www.bls.gov/ooh/sales/models.htm";

function wage(given: Partial<Row<"wage">>): Fact {
  return rowOf("wage", { occupation_id: "us-ooh/models", amount: 89_990, locator: "#one", ...given }) as Fact;
}

test("a fact that a document states twice is kept once, as it stands first", () => {
  expect(withoutRepeats([wage({}), wage({ locator: "#two", raw: "$89,990" })], URL)).toEqual([wage({})]);
});

test("two facts under one key that differ refuse the document, at the second, and say what the first is", () => {
  const refused = () => withoutRepeats([wage({}), wage({ amount: 98_990, locator: "#two" })], URL);
  expect(refused).toThrow(DocumentError);
  expect(refused).toThrow(`${URL}: at #two: expected what #one says: `);
});

test("facts under different keys are all kept, in their order", () => {
  const facts = [wage({ period: "hour" }), wage({}), wage({ group_title: "Hand models" })];
  expect(withoutRepeats(facts, URL)).toEqual(facts);
});

test("the same key in different tables is not the same", () => {
  const facts = ["duty", "specialty"].map((table) =>
    rowOf(table as "duty", { occupation_id: "us-ooh/models", position: 1, text: "Pose" }),
  ) as Fact[];
  expect(withoutRepeats(facts, URL)).toHaveLength(2);
});
