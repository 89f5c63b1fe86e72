import { describe, expect, test } from "vitest";
import { type AssembledDocument, createAssembly } from "../../../transforms/assemble/assemble.ts";
import type { Fact } from "../../../transforms/model/model.ts";
import { rowOf } from "../../sinks/small-dataset.ts";

const ACTORS = "us-ooh/actors";
const MODELS = "us-ooh/models";

function occupation(id: string, title: string): Fact {
  return rowOf("occupation", { id, scheme: "us-soc-2018", code: id, title }) as Fact;
}

function similar(from_id: string, to_id: string): Fact {
  return rowOf("relation", { from_id, to_id, kind: "similar" }) as Fact;
}

function name(occupation_id: string, words: string): Fact {
  return rowOf("occupation_name", { occupation_id, name: words, kind: "index" }) as Fact;
}

function industry(title: string): Fact {
  return rowOf("industry", { id: `us-ooh/${title}`, scheme: "us-ooh", title }) as Fact;
}

function duty(position: number): Fact {
  return rowOf("duty", { occupation_id: ACTORS, position, text: "Rehearse" }) as Fact;
}

function document(facts: readonly Fact[], changes: Partial<AssembledDocument> = {}): AssembledDocument {
  const url = "https://www.bls.gov/ooh/entertainment-and-sports/actors.htm";
  const document = { url, sourceId: "us-ooh", captureId: "c1", facts, remarks: [] };
  return { ...document, isEdition: false, mustCover: undefined, ...changes };
}

const assembly = () => {
  const { add, settle } = createAssembly();
  return { add, findings: () => settle().findings };
};

describe("what several documents say alike is kept once", () => {
  test.each<[string, Fact]>([
    ["a code", occupation("us-soc-2018/27-2011", "Actors")],
    ["an industry", industry("Construction")],
    ["a name", name(ACTORS, "Comedian")],
    ["a relation", similar(ACTORS, MODELS)],
  ])("%s", (_, fact) => {
    const { add, findings } = assembly();
    expect(add(document([fact]))).toEqual([fact]);
    expect(add(document([fact], { captureId: "c2" }))).toEqual([]);
    expect(findings()).toEqual([]);
  });

  test("also within one document", () => {
    expect(assembly().add(document([name(ACTORS, "Comedian"), name(ACTORS, "Comedian")]))).toHaveLength(1);
  });

  test("names that differ, and the same name of another occupation, are all kept", () => {
    const facts = [name(ACTORS, "Comedian"), name(ACTORS, "Extra"), name(MODELS, "Extra")];
    expect(assembly().add(document(facts))).toEqual(facts);
  });

  test("relations that differ in their kind are all kept", () => {
    const covers = rowOf("relation", { from_id: ACTORS, to_id: MODELS, kind: "covers" }) as Fact;
    expect(assembly().add(document([similar(ACTORS, MODELS), covers]))).toHaveLength(2);
  });
});

test("what only one document can say is never taken for a repetition", () => {
  expect(assembly().add(document([duty(1), duty(1)]))).toHaveLength(2);
});

test("facts keep their order", () => {
  const facts = [duty(2), industry("Construction"), duty(1)];
  expect(assembly().add(document(facts))).toEqual(facts);
});

describe("a code that two documents title differently", () => {
  test("keeps the first title, and is told", () => {
    const { add, findings } = assembly();
    const first = occupation("us-soc-2018/27-2011", "Actors");
    expect(add(document([first]))).toEqual([first]);
    expect(add(document([occupation("us-soc-2018/27-2011", "Actors, stage")]))).toEqual([]);
    expect(findings()).toEqual([
      {
        rule: "titles-differ",
        severity: "info",
        source_id: "us-ooh",
        occupation_id: "us-soc-2018/27-2011",
        capture_id: "capture-1",
        message: "One document calls it “Actors”, another “Actors, stage”; the first is kept.",
      },
    ]);
  });

  test.each(["ACTORS", "Actors ", "actors."])("in the same words is not told: %s", (title) => {
    const { add, findings } = assembly();
    for (const words of ["Actors", title]) add(document([occupation("us-soc-2018/27-2011", words)]));
    expect(findings()).toEqual([]);
  });

  test("is not told where one of them names it by its code alone", () => {
    const { add, findings } = assembly();
    const id = "us-soc-2018/27-2011";
    add(document([occupation(id, "Actors")]));
    add(
      document([
        rowOf("occupation", { id, scheme: "us-soc-2018", code: "27-2011", title: "27-2011" }) as Fact,
      ]),
    );
    expect(findings()).toEqual([]);
  });

  test("is told once, however many documents do", () => {
    const { add, findings } = assembly();
    for (const title of ["Actors", "Actresses", "Actresses", "Actors"])
      add(document([occupation("us-soc-2018/27-2011", title)]));
    expect(findings()).toHaveLength(1);
  });
});

describe("remarks", () => {
  const remark = (rule: string, message = "Look.") => ({ rule, locator: "#tab-1", message });

  test("of one rule make one finding, that counts them and names the first place", () => {
    const { add, findings } = assembly();
    add(document([], { remarks: [remark("new-section", "First."), remark("new-section", "Second.")] }));
    add(document([], { captureId: "c2", remarks: [remark("new-section", "Third.")] }));
    expect(findings()).toEqual([
      {
        rule: "new-section",
        severity: "warning",
        source_id: "us-ooh",
        occupation_id: null,
        capture_id: "c1",
        message: "https://www.bls.gov/ooh/entertainment-and-sports/actors.htm: First. (3 places in all)",
      },
    ]);
  });

  test("that stand alone are one place", () => {
    const { add, findings } = assembly();
    add(document([], { remarks: [remark("new-tab")] }));
    expect(findings()[0]?.message).toMatch(/ \(1 place in all\)$/);
  });

  test("of different sources are told apart", () => {
    const { add, findings } = assembly();
    add(document([], { remarks: [remark("new-section")] }));
    add(document([], { sourceId: "uk-ncs", remarks: [remark("new-section")] }));
    expect(findings().map(({ source_id }) => source_id)).toEqual(["us-ooh", "uk-ncs"]);
  });

  test("of different rules are told apart", () => {
    const { add, findings } = assembly();
    add(document([], { remarks: [remark("new-tab"), remark("new-section")] }));
    expect(findings().map(({ rule }) => rule)).toEqual(["new-tab", "new-section"]);
  });

  test.each([
    ["repeated-element", "info"],
    ["page-dates-differ", "info"],
    ["new-quick-fact", "warning"],
    ["table-not-understood", "warning"],
  ])("of the rule %s are of severity %s", (rule, severity) => {
    const { add, findings } = assembly();
    add(document([], { remarks: [remark(rule)] }));
    expect(findings()[0]?.severity).toBe(severity);
  });
});

test("where nothing is found, nothing is told", () => {
  const { add, findings } = assembly();
  add(document([duty(1)]));
  expect(findings()).toEqual([]);
});
