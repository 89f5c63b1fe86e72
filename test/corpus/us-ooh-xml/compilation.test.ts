import { beforeAll, describe, expect, it } from "vitest";
import { createPublishedValues } from "../../../transforms/assemble/published-values.ts";
import { type Comparison, compareStatements } from "../../../transforms/assemble/statements.ts";
import { SPOKEN_OF } from "../../../transforms/us-ooh-xml/spoken-of.ts";
import { missingFrom } from "../missing-from.ts";
import { hasCorpus, savedProfiles } from "../us-ooh/corpus.ts";
import { readAsProduct as readPage } from "../us-ooh/first-reading.ts";
import { savedCompilation } from "./corpus.ts";
import { readAsProduct } from "./first-reading.ts";
import { inShort, inTheSameWords, KINDS } from "./same-words.ts";
import { readAgain, type Said } from "./second-reading.ts";

describe.skipIf(!hasCorpus)("two independent readings of the saved compilation", () => {
  let product: ReturnType<typeof readAsProduct>;
  let first: Said;
  let second: Said;

  beforeAll(() => {
    const body = savedCompilation();
    product = readAsProduct(body);
    first = inTheSameWords(product.extract, product.normalised);
    second = readAgain(body.toString("utf8"));
  });

  it("there are hundreds of occupations, and nothing of them is unexpected", () => {
    expect(product.extract.occupations.length).toBeGreaterThanOrEqual(260);
    expect(product.remarks).toEqual([]);
    expect(product.normalised.remarks).toEqual([]);
  });

  it.each(KINDS)("%s: both say the same", (kind) => {
    const again = kind === "section" ? second[kind].map(inShort) : second[kind];
    expect(again.length).toBeGreaterThanOrEqual(259);
    const missing = missingFrom(again, first[kind]);
    const extra = missingFrom(first[kind], again);
    expect({ missing, extra }).toEqual({ missing: [], extra: [] });
  });
});

describe.skipIf(!hasCorpus)("the saved pages and the saved compilation", () => {
  let comparison: Comparison;

  beforeAll(() => {
    const published = createPublishedValues(SPOKEN_OF);
    for (const { url, html } of savedProfiles()) published.note(readPage("profile", url, html).facts);
    const { normalised } = readAsProduct(savedCompilation());
    comparison = compareStatements(published, normalised.statements ?? []);
  });

  it("say the same wherever both speak", () => {
    const counts = comparison.counts.map(({ table, check, compared, agreeing }) => [
      `${table}.${check}`,
      compared,
      agreeing,
    ]);
    expect(counts).toEqual([
      ["occupation.title", 260, 260],
      ["occupation.page_date", 260, 260],
      ["relation.covers", 433, 433],
      ["relation.similar", 1960, 1960],
      ["section.words", 4572, 4572],
      ["section.figures", 4572, 4572],
      ["wage.amount", 505, 505],
      ["wage.qualifier", 505, 505],
      ["requirement.entry-education", 259, 259],
      ["requirement.work-experience", 259, 259],
      ["requirement.on-the-job-training", 259, 259],
      ["employment.jobs", 259, 259],
      ["projection.outlook", 259, 259],
      ["projection.change_percent", 761, 761],
      ["projection.change_jobs", 761, 761],
      ["projection.annual_openings", 259, 259],
      ["projection.base_jobs", 502, 502],
      ["projection.target_jobs", 502, 502],
    ]);
  });

  it("what only one of them says has its reasons", () => {
    const alone = comparison.counts
      .filter(({ onlyHere, onlyThere }) => onlyHere + onlyThere > 0)
      .map(({ check, onlyHere, onlyThere }) => [check, onlyHere, onlyThere]);
    expect(alone).toEqual([
      // Summary rows of projections tables have broad codes (53-2010, 29-1210); the compilation names detailed ones.
      ["covers", 36, 0],
      // Managers of health services: the compilation has a heading in their first summary and no words.
      ["words", 1, 0],
      ["figures", 1, 0],
      // Fishers: prose gives a wage of May 2017, and no quick fact does.
      ["amount", 1, 0],
      ["qualifier", 1, 0],
    ]);
    expect(comparison.findings.map(({ rule }) => rule)).toEqual(Array(5).fill("only-in-one-source"));
  });
});
