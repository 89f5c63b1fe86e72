import { describe, expect, test } from "vitest";
import { type AssembledDocument, createAssembly } from "../../../transforms/assemble/assemble.ts";
import type { CodeMention } from "../../../transforms/facts.ts";
import type { Fact } from "../../../transforms/model/model.ts";
import { rowOf } from "../../sinks/small-dataset.ts";

function unit(scheme: "uk-soc-2010" | "uk-soc-2020", code: string, title: string): Fact {
  return rowOf("occupation", { id: `${scheme}/${code}`, scheme, code, level: "unit", title }) as Fact;
}

/** 2231 is nurses in 2010 and midwives in 2020; 5434 is chefs in 2010, 5435 cooks in both. */
const UNITS = [
  unit("uk-soc-2010", "2231", "Nurses"),
  unit("uk-soc-2020", "2231", "Midwifery nurses"),
  unit("uk-soc-2010", "5434", "Chefs"),
  unit("uk-soc-2010", "5435", "Cooks"),
  unit("uk-soc-2020", "5435", "Cooks"),
  unit("uk-soc-2020", "5436", "Catering and bar managers"),
];

function document(facts: readonly Fact[], mentions: readonly CodeMention[]): AssembledDocument {
  const url = "https://nationalcareers.service.gov.uk/job-profiles/nurse";
  const document = { url, sourceId: "uk-ncs", captureId: "c1", facts, remarks: [], mentions };
  return { ...document, isEdition: false, mustCover: undefined };
}

function mention(slug: string, code: string, title: string): CodeMention {
  return {
    ...{ from_id: `uk-ncs/${slug}`, schemes: ["uk-soc-2010", "uk-soc-2020"], code, title },
    ...{ source_id: "uk-ncs", capture_id: "c1", locator: "#JobGroup", raw: `${code} ${title}` },
  };
}

function coveredBy(...mentions: readonly CodeMention[]) {
  const { add, settle } = createAssembly();
  add(document(UNITS, []));
  add(document([], mentions));
  const { facts, findings } = settle();
  const pairs = facts.flatMap(({ row }) => ("from_id" in row ? [[row.from_id, row.to_id, row.kind]] : []));
  return { pairs, findings };
}

describe("a profile that shows a code and its title", () => {
  test("covers the unit group of the edition in which both stand together", () => {
    expect(coveredBy(mention("nurse", "2231", "nurses"))).toEqual({
      pairs: [["uk-ncs/nurse", "uk-soc-2010/2231", "covers"]],
      findings: [],
    });
    expect(coveredBy(mention("landlord", "5436", "Catering & bar managers")).pairs).toEqual([
      ["uk-ncs/landlord", "uk-soc-2020/5436", "covers"],
    ]);
  });

  test("that are of no edition covers nothing, and is told with the words of the page", () => {
    const { pairs, findings } = coveredBy(mention("nurse", "2231", "Chefs"));
    expect(pairs).toEqual([]);
    expect(findings).toEqual([
      expect.objectContaining({
        rule: "code-of-no-edition",
        source_id: "uk-ncs",
        message: expect.stringContaining("uk-ncs/nurse (2231 Chefs)"),
      }),
    ]);
  });

  test("that are the same in two editions covers the one that the other pages use", () => {
    expect(coveredBy(mention("cook", "5435", "Cooks"), mention("chef", "5434", "Chefs"))).toEqual({
      pairs: [
        ["uk-ncs/cook", "uk-soc-2010/5435", "covers"],
        ["uk-ncs/chef", "uk-soc-2010/5434", "covers"],
      ],
      findings: [],
    });
  });

  test("that are the same in two editions covers nothing where the other pages do not tell", () => {
    expect(coveredBy(mention("cook", "5435", "Cooks")).pairs).toEqual([]);
    const mixed = coveredBy(
      ...[mention("cook", "5435", "Cooks"), mention("chef", "5434", "Chefs")],
      mention("landlord", "5436", "Catering and bar managers"),
    );
    expect(mixed.pairs.map(([profile]) => profile)).toEqual(["uk-ncs/chef", "uk-ncs/landlord"]);
    expect(mixed.findings).toHaveLength(1);
  });

  test("covers nothing where no classification is at hand", () => {
    const { add, settle } = createAssembly();
    add(document([], [mention("nurse", "2231", "Nurses")]));
    expect(settle().facts).toEqual([]);
    expect(settle().findings).toHaveLength(1);
  });
});
