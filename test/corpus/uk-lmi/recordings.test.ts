import { beforeAll, describe, expect, it } from "vitest";
import { hasCorpus, type Recording, recordings } from "./corpus.ts";
import { type FirstReading, linesOf, readAsProduct } from "./first-reading.ts";
import { readAgain, type SecondReading } from "./second-reading.ts";

type Answer = Recording & { readonly first: FirstReading; readonly second: SecondReading };

/** How often each word stands in a list. */
function counted(words: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const word of words) counts[word] = (counts[word] ?? 0) + 1;
  return counts;
}

/** What a JSON pointer finds. */
function pointed(document: unknown, pointer: string): unknown {
  return pointer
    .split("/")
    .slice(1)
    .reduce<unknown>((value, step) => (value as Record<string, unknown>)[step], document);
}

describe.skipIf(!hasCorpus)("two independent readings of every recorded answer", () => {
  const answers: Answer[] = [];

  beforeAll(() => {
    for (const recording of recordings()) {
      const second = readAgain(recording.body.toString("utf8"));
      answers.push({ ...recording, first: readAsProduct(second.url, recording.body), second });
    }
  });

  it("there are 104 answers, of every kind but projections", () => {
    expect(counted(answers.map(({ first }) => first.kind))).toEqual({
      description: 30,
      hours: 30,
      "left-out": 4,
      pay: 30,
      search: 10,
    });
  });

  it("two are refused, as nothing was answered", () => {
    const refused = answers.flatMap(({ name, first }) =>
      first.refusal === undefined ? [] : [[name, first.refusal]],
    );
    expect(refused).toEqual([
      ["soc_code_9999999_da39a3ee.json", "at /body: found nothing"],
      [
        "soc_search_q_6383aff0.json",
        'at /status/code: found 400, “{"error":"Please give a string to search for."}”',
      ],
    ]);
    expect(answers.filter(({ second }) => !second.isAnswer)).toHaveLength(2);
  });

  it("remarks: four answers are left out, and one task of one occupation ends without a semicolon", () => {
    const remarks = answers.flatMap(({ name, first }) =>
      first.remarks.map(({ rule }) => `${name.replace(/_[^_]*$/, "")}: ${rule}`),
    );
    expect(remarks).toEqual([
      "census_jobs_breakdown_area_SW1A_1AA: left-out",
      "census_jobs_breakdown_area_SW1H0DJ: left-out",
      "census_resident_occupations_area_SW1A_1AA: left-out",
      "census_resident_occupations_area_SW1H0DJ: left-out",
      "soc_code_2451: task-without-semicolon",
      "soc_search_q_library: task-without-semicolon",
      "soc_search_q_library: task-without-semicolon",
    ]);
  });

  it("what one reading finds, the other does as well", () => {
    for (const { name, first, second } of answers)
      expect(linesOf(first.facts).sort(), name).toEqual([...second.lines].sort());
  });

  it("counts of what is found", () => {
    expect(counted(answers.flatMap(({ first }) => first.facts.map(({ table }) => table)))).toEqual({
      duty: 947,
      occupation: 208,
      occupation_name: 4468,
      requirement: 148,
      wage: 60,
      working_hours: 52,
    });
  });

  it("every figure is of a sub-major group: all were asked for with coarse=true", () => {
    const figures = answers.filter(({ first }) => first.kind === "pay" || first.kind === "hours");
    const codes = figures.flatMap(({ first }) =>
      first.facts.flatMap(({ row }) => ("occupation_id" in row ? [`${row.occupation_id}`] : [])),
    );
    expect(codes.filter((code) => !/^uk-soc-2010\/\d\d$/.test(code))).toEqual([]);
    expect(figures.every(({ second }) => second.url.includes("coarse=true"))).toBe(true);
  });

  it("every fact stands where its locators point", () => {
    for (const { body, first } of answers) {
      const document: unknown = JSON.parse(body.toString("utf8"));
      for (const { row } of first.facts) {
        const isList = row.locator.startsWith("[");
        const locators: string[] = isList ? JSON.parse(row.locator) : [row.locator];
        const raws: (string | null)[] = isList ? JSON.parse(row.raw ?? "[]") : [row.raw];
        for (const [index, locator] of locators.entries()) {
          const found = pointed(document, locator);
          expect(found, locator).toBeDefined();
          const words = typeof found === "string" ? found : JSON.stringify(found);
          expect(words).toContain(raws[index] ?? "");
        }
      }
    }
  });

  it("no text of the dataset begins or ends with a blank", () => {
    const padded = answers.flatMap(({ first }) =>
      first.facts.flatMap(({ row }) =>
        Object.values(row).filter((value) => typeof value === "string" && value !== value.trim()),
      ),
    );
    expect(padded).toEqual([]);
  });
});
