import { describe, expect, test } from "vitest";
import { DocumentError } from "../../../sources/reading/document-error.ts";
import { type AssembledDocument, createAssembly } from "../../../transforms/assemble/assemble.ts";
import type { Fact } from "../../../transforms/model/model.ts";
import { rowOf } from "../../sinks/small-dataset.ts";

const unit = (code: string): Fact =>
  rowOf("occupation", {
    ...{ id: `uk-soc-2020/${code}`, scheme: "uk-soc-2020", level: "unit", code, title: `Group ${code}` },
  }) as Fact;
const wage = (occupation_id: string): Fact => rowOf("wage", { occupation_id }) as Fact;

function document(facts: readonly Fact[], mustCover?: string): AssembledDocument {
  const url = "https://www.ons.gov.uk/file?uri=/ashe.zip";
  const document = { url, sourceId: "uk-ashe", captureId: "c1", facts, remarks: [] };
  return { ...document, isEdition: false, mustCover };
}

function addedAfter(classification: readonly Fact[], facts: readonly Fact[]) {
  const { add } = createAssembly();
  add(document(classification));
  return add(document(facts, "uk-soc-2020"));
}

describe("a document that must have figures for every unit group", () => {
  const all = ["1111", "1112"].map(unit);

  test("is taken where it has them", () => {
    const facts = [wage("uk-soc-2020/1111"), wage("uk-soc-2020/1112")];
    expect(addedAfter(all, facts)).toEqual(facts);
  });

  test("is refused with the codes that it lacks", () => {
    const add = () => addedAfter(all, [wage("uk-soc-2020/1111")]);
    expect(add).toThrow(DocumentError);
    expect(add).toThrow(/ashe\.zip.*each unit group of uk-soc-2020, found none for 1112/);
  });

  test("is taken where it is of another edition of the classification", () => {
    expect(addedAfter(all, [wage("uk-soc-2010/1115")])).toHaveLength(1);
  });

  test("is taken where no classification is at hand", () => {
    expect(addedAfter([], [wage("uk-soc-2020/1111")])).toHaveLength(1);
  });
});
