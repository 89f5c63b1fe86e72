import { expect, test } from "vitest";
import { type AssembledDocument, createAssembly } from "../../../transforms/assemble/assemble.ts";
import type { ComparedBySource } from "../../../transforms/assemble/cross-checks.ts";
import type { Statement } from "../../../transforms/facts.ts";
import type { Fact } from "../../../transforms/model/model.ts";
import { rowOf } from "../../sinks/small-dataset.ts";

const COMPARED: ComparedBySource = {
  "us-ooh-xml": {
    occupation: { by: ["id"], isSpokenOf: () => true, values: { title: ({ title }) => title } },
  },
};

const page = (id: string, title: string): Fact =>
  rowOf("occupation", { id, scheme: "us-ooh", code: id, title }) as Fact;

const says = (id: string, title: string): Statement => ({
  ...{ table: "occupation", about: { id }, says: { title }, published: null },
  ...{ source_id: "us-ooh-xml", capture_id: "x", locator: "/ooh", raw: null },
});

function document(sourceId: string, rest: Partial<AssembledDocument>): AssembledDocument {
  const url = "https://www.bls.gov/ooh/";
  return {
    url,
    sourceId,
    captureId: "c",
    facts: [],
    remarks: [],
    isEdition: false,
    mustCover: undefined,
    ...rest,
  };
}

test("pages that passed by are compared with what a later source says of them", () => {
  const assembly = createAssembly(COMPARED);
  assembly.add(document("us-ooh", { facts: [page("us-ooh/actors", "Actors")] }));
  assembly.add(document("us-ooh", { facts: [page("us-ooh/models", "Models")] }));
  const statements = [says("us-ooh/actors", "Actors"), says("us-ooh/models", "Mannequins")];
  expect(assembly.add(document("us-ooh-xml", { statements }))).toEqual([]);
  expect(assembly.settle().findings).toMatchObject([
    { rule: "sources-differ", occupation_id: "us-ooh/models" },
  ]);
  expect(assembly.checks()).toMatchObject([
    { sourceId: "us-ooh-xml", counts: [{ table: "occupation", check: "title", compared: 2, agreeing: 1 }] },
  ]);
});

test("a source is not compared with what it publishes itself", () => {
  const assembly = createAssembly(COMPARED);
  assembly.add(document("us-ooh-xml", { facts: [page("us-ooh/actors", "Actors")] }));
  assembly.add(document("us-ooh-xml", { statements: [says("us-ooh/actors", "Actors")] }));
  expect(assembly.checks()).toMatchObject([{ counts: [{ compared: 0, onlyThere: 1 }] }]);
});

test("without sources that check others nothing is compared", () => {
  const assembly = createAssembly();
  assembly.add(document("us-ooh-xml", { statements: [says("us-ooh/actors", "Actors")] }));
  expect(assembly.checks()).toEqual([]);
});
