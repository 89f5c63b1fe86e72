import { describe, expect, test } from "vitest";
import { type Compared, createPublishedValues } from "../../../transforms/assemble/published-values.ts";
import { compareStatements } from "../../../transforms/assemble/statements.ts";
import type { Scalar, Statement } from "../../../transforms/facts.ts";
import type { Fact, Row } from "../../../transforms/model/model.ts";

const COMPARED: Compared = {
  employment: {
    by: ["occupation_id", "group_title", "reference_period"],
    isSpokenOf: ({ group_title }) => group_title === null,
    values: { jobs: ({ jobs }) => jobs, qualifier: ({ qualifier }) => qualifier },
  },
  section: {
    by: ["occupation_id", "topic"],
    isSpokenOf: () => true,
    values: { words: ({ text }) => text.toLowerCase() },
    counted: ["words"],
  },
};

const READ = { source_id: "pages", capture_id: "p", locator: "td", raw: null };

function jobs(occupation_id: string, count: number | null, more: Partial<Row<"employment">> = {}): Fact {
  return {
    table: "employment",
    row: {
      ...{ occupation_id, area: "US", industry_id: null, group_title: null, group_id: null, jobs: count },
      ...{ qualifier: count === null ? "not-published" : "exact", relative_error_percent: null },
      ...{ reference_period: "2024", ...READ, ...more },
    },
  };
}

function page(id: string, page_date: string | null): Fact {
  return {
    table: "occupation",
    row: {
      ...{
        id,
        scheme: "us-ooh",
        code: id,
        level: "profile",
        country: "US",
        title: id,
        summary: null,
        url: null,
      },
      ...{ page_date, parent_id: null, citation: null, ...READ },
    },
  };
}

function prose(occupation_id: string, text: string): Fact {
  return {
    table: "section",
    row: { occupation_id, position: 1, topic: "pay", heading: "Pay", text, ...READ },
  };
}

const SAID = { published: null, source_id: "other", capture_id: "o", locator: "/x", raw: null };

function said(
  occupation_id: string,
  says: Readonly<Record<string, Scalar>>,
  more: Partial<Pick<Statement, "published">> & { reference_period?: string } = {},
): Statement {
  const { reference_period = "2024", ...rest } = more;
  const about = { occupation_id, group_title: null, reference_period };
  return { table: "employment", about, says, ...SAID, ...rest };
}

function comparisonOf(facts: readonly Fact[], statements: readonly Statement[]) {
  const published = createPublishedValues(COMPARED);
  // Documents pass one by one.
  for (const fact of facts) published.note([fact]);
  return compareStatements(published, statements);
}

const messagesOf = (facts: readonly Fact[], statements: readonly Statement[]) =>
  comparisonOf(facts, statements).findings.map(({ message }) => message);

test("what both say alike is counted, and nothing is found", () => {
  const { findings, counts } = comparisonOf([jobs("a", 100)], [said("a", { jobs: 100, qualifier: "exact" })]);
  expect(findings).toEqual([]);
  expect(counts).toEqual([
    { table: "employment", check: "jobs", compared: 1, agreeing: 1, differing: 0, onlyHere: 0, onlyThere: 0 },
    {
      table: "employment",
      check: "qualifier",
      compared: 1,
      agreeing: 1,
      differing: 0,
      onlyHere: 0,
      onlyThere: 0,
    },
  ]);
});

test("a value that differs is an issue with both values, their period, and which of them is published", () => {
  const { findings, counts } = comparisonOf([jobs("a", 100)], [said("a", { jobs: 90 })]);
  expect(findings).toEqual([
    {
      rule: "sources-differ",
      severity: "warning",
      source_id: "other",
      occupation_id: "a",
      capture_id: "o",
      message:
        "employment.jobs (2024): 100 in pages, 90 in other. Published is that of pages, which has precedence.",
    },
  ]);
  expect(counts[0]).toMatchObject({ compared: 1, agreeing: 0, differing: 1 });
});

describe("the days on which the two were published are told", () => {
  const facts = [page("a", "2025-08-28"), jobs("a", 100)];
  const message = (published: string) => messagesOf(facts, [said("a", { jobs: 90 }, { published })]);

  test.each(["2025-08-28", "2025-08-27"])("of %s, the other source is not newer", (day) => {
    expect(message(day)).toEqual([
      `employment.jobs (2024): 100 in pages (page of 2025-08-28), 90 in other (published ${day}). Published is that of pages, which has precedence.`,
    ]);
  });

  test("where the other source is newer, that is said", () => {
    expect(message("2025-08-29")).toEqual([
      "employment.jobs (2024): 100 in pages (page of 2025-08-28), 90 in other (published 2025-08-29). Published is that of pages, although other is newer: its page has to be fetched anew.",
    ]);
  });
});

test("nothing published and a value differ; nothing and nothing agree", () => {
  expect(
    messagesOf([jobs("a", null), jobs("b", null)], [said("a", { jobs: 90 }), said("b", { jobs: null })]),
  ).toEqual([
    "employment.jobs (2024): nothing in pages, 90 in other. Published is that of pages, which has precedence.",
  ]);
});

test("figures of different periods are not compared", () => {
  const { findings, counts } = comparisonOf(
    [jobs("a", 100)],
    [said("a", { jobs: 90 }, { reference_period: "2025" })],
  );
  expect(counts).toEqual([
    { table: "employment", check: "jobs", compared: 0, agreeing: 0, differing: 0, onlyHere: 1, onlyThere: 1 },
  ]);
  expect(findings.map(({ rule, severity, message }) => `${rule} ${severity}: ${message}`)).toEqual([
    "only-in-one-source info: 1 × employment.jobs is published and not told by the other source, for instance of a.",
    "only-in-one-source info: 1 × employment.jobs is told by the other source and not published, for instance of a.",
  ]);
});

test("facts that the other source does not speak of are not missed in it", () => {
  const facts = [jobs("a", 100), jobs("a", 60, { group_title: "Part" }), page("b", "2025-08-28")];
  expect(comparisonOf(facts, [said("a", { jobs: 100 })]).counts[0]).toMatchObject({ onlyHere: 0 });
});

test("a check that no statement makes is no check", () => {
  expect(comparisonOf([jobs("a", 100)], [said("a", { jobs: 100 })]).counts).toHaveLength(1);
});

test("a value that is said twice is compared twice, and its difference told once", () => {
  const { findings, counts } = comparisonOf(
    [jobs("a", 100)],
    [said("a", { jobs: 90 }), said("a", { jobs: 90 })],
  );
  expect(findings).toHaveLength(1);
  expect(counts[0]).toMatchObject({ compared: 2, differing: 2 });
});

test("the first document has the word", () => {
  expect(messagesOf([jobs("a", 100), jobs("a", 90)], [said("a", { jobs: 100 })])).toEqual([]);
});

test("prose that differs is counted, and told once for all", () => {
  const words = (occupation_id: string, text: string): Statement => ({
    ...{ table: "section", about: { occupation_id, topic: "pay" }, says: { words: text }, ...SAID },
  });
  const ids = ["a", "b", "c", "d", "e", "f", "g"];
  const { findings, counts } = comparisonOf(
    [...ids.map((id) => prose(id, "Good")), prose("h", "Fair")],
    [...ids.map((id) => words(id, "better")), words("h", "fair")],
  );
  expect(counts).toMatchObject([{ compared: 8, agreeing: 1, differing: 7 }]);
  expect(findings.map(({ rule, severity, message }) => `${rule} ${severity}: ${message}`)).toEqual([
    "wordings-differ info: 7 × section.words is worded otherwise in both sources, for instance of a, b, c, d, e.",
  ]);
});

test("without statements nothing is compared", () => {
  expect(comparisonOf([jobs("a", 100)], [])).toEqual({ findings: [], counts: [] });
});
