import { describe, expect, test } from "vitest";
import { DocumentError } from "../../../sources/reading/document-error.ts";
import { type AssembledDocument, createAssembly } from "../../../transforms/assemble/assemble.ts";
import type { Fact } from "../../../transforms/model/model.ts";
import { rowOf } from "../../sinks/small-dataset.ts";

const group = (code: string, title: string): Fact =>
  rowOf("occupation", {
    ...{ id: `us-soc-2018/${code}`, scheme: "us-soc-2018", level: "detailed", code, title },
  }) as Fact;

const document = (name: string, mustAgree: boolean, ...facts: Fact[]): AssembledDocument => ({
  ...{ url: `https://www.bls.gov/soc/2018/${name}.xlsx`, sourceId: "us-soc", captureId: name, facts },
  ...{ remarks: [], isEdition: false, mustCover: undefined, mustAgree },
});

const ACTUARIES = group("15-2011", "Actuaries");
const NURSES = group("29-1141", "Registered Nurses");

const added = (mustAgree: boolean, ...facts: Fact[]) => {
  const { add } = createAssembly();
  add(document("definitions", mustAgree, ACTUARIES, NURSES));
  return () => add(document("structure", mustAgree, ...facts));
};

describe("a document that must tell the same occupations as the first of its source", () => {
  test("is taken where it does, and adds nothing", () => {
    expect(added(true, NURSES, group("15-2011", "ACTUARIES"))()).toEqual([]);
  });

  test.each<[string, Fact[], RegExp]>([
    ["lacks one", [ACTUARIES], /us-soc-2018\/29-1141 “Registered Nurses”.*found us-soc-2018\/29-1141 “”/],
    [
      "has one more",
      [ACTUARIES, NURSES, group("29-1151", "Nurse Anesthetists")],
      /found us-soc-2018\/29-1151 “Nurse Anesthetists”/,
    ],
    ["names one otherwise", [ACTUARIES, group("29-1141", "Nurses")], /found us-soc-2018\/29-1141 “Nurses”/],
  ])("is refused where it %s, by name", (_what, facts, message) => {
    expect(added(true, ...facts)).toThrow(DocumentError);
    expect(added(true, ...facts)).toThrow(message);
  });

  test("is taken where its source asks for no such thing", () => {
    expect(added(false, ACTUARIES)()).toEqual([]);
  });
});
