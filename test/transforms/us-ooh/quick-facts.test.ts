import { describe, expect, test } from "vitest";
import { DocumentError } from "../../../sources/reading/document-error.ts";
import type { PageContext } from "../../../transforms/us-ooh/page.ts";
import { type QuickFacts, quickFactsFrom } from "../../../transforms/us-ooh/quick-facts.ts";
import { pageOf } from "./profile-of.ts";

/** The plain page with one quick fact changed: the first whose label matches. */
function withFact(label: RegExp, change: { label?: string; value?: string }): PageContext {
  const quickFacts = (pageOf("plain-page").extract.quickFacts ?? []).map((fact) =>
    label.test(fact.label) ? { ...fact, ...change } : fact,
  );
  return pageOf("plain-page", { quickFacts });
}

function read(page: PageContext): QuickFacts {
  const facts = quickFactsFrom(page);
  if (facts === undefined) throw new Error("The page has no quick facts");
  return facts;
}

function pay(value: string) {
  const { year, hour, qualifier } = read(withFact(/Median Pay/, { value })).pay;
  return { year, hour, qualifier };
}

describe("median pay", () => {
  test.each([
    ["$50,250 per year $24.16 per hour", { year: 50_250, hour: 24.16, qualifier: "exact" }],
    ["$198,100 per year", { year: 198_100, hour: undefined, qualifier: "exact" }],
    ["$23.33 per hour", { year: undefined, hour: 23.33, qualifier: "exact" }],
    [
      "This wage is equal to or greater than $239,200 per year or $115.00 per hour.",
      { year: 239_200, hour: 115, qualifier: "at-least" },
    ],
    [
      "This wage is equal to or greater than $239,200 per year.",
      { year: 239_200, hour: undefined, qualifier: "at-least" },
    ],
    [
      "This wage is equal to or greater than $115.00 per hour",
      { year: undefined, hour: 115, qualifier: "at-least" },
    ],
    ["", { year: undefined, hour: undefined, qualifier: "not-published" }],
    ["The annual wage is not available.", { year: undefined, hour: undefined, qualifier: "not-published" }],
  ])("%j", (value, meant) => {
    expect(pay(value)).toEqual(meant);
  });

  test.each([
    "$50,250",
    "50,250 per year",
    "$5,02,50 per year",
    "$50250 per year",
    "$24.1 per hour",
    "$50,250 per year / $24.16 per hour",
    "$24.16 per hour $50,250 per year",
    "$50,250 per month",
    "about $50,250 per year",
    "$50,250 per year.",
    "$50,250 to $60,000 per year",
    "The annual wage is not available",
    "N/A",
    "—",
  ])("%j is refused", (value) => {
    expect(() => pay(value)).toThrow(DocumentError);
    expect(() => pay(value)).toThrow("expected a median wage, found “");
  });
});

describe("number of jobs", () => {
  test.each([
    ["194,800", 194_800],
    ["900", 900],
    ["1.4 million", 1_400_000],
  ])("%j", (value, count) => {
    expect(read(withFact(/Number of Jobs/, { value })).jobs.count).toBe(count);
  });

  test.each(["", "1,23,456", "194800", "N/A", "-600"])("%j is refused", (value) => {
    expect(() => read(withFact(/Number of Jobs/, { value }))).toThrow("expected a number of jobs");
  });
});

describe("outlook", () => {
  test.each([
    ["7% (Much faster than average)", 7, "Much faster than average"],
    ["6% (Faster than average)", 6, "Faster than average"],
    ["3% (As fast as average)", 3, "As fast as average"],
    ["1% (Slower than average)", 1, "Slower than average"],
    ["0% (Little or no change)", 0, "Little or no change"],
    ["-5% (Decline)", -5, "Decline"],
    ["−1% (Decline)", -1, "Decline"],
    ["100% (Much faster than average)", 100, "Much faster than average"],
  ])("%j", (value, percent, words) => {
    expect(read(withFact(/Job Outlook/, { value })).outlook).toMatchObject({ percent, words });
  });

  test.each([
    "",
    "7%",
    "7 (Much faster than average)",
    "7% Much faster than average",
    "7.5% (Much faster than average)",
    "7% (much faster than average)",
    "7% (Faster than the average)",
    "(Decline)",
    "+7% (Faster than average)",
  ])("%j is refused", (value) => {
    expect(() => read(withFact(/Job Outlook/, { value }))).toThrow(DocumentError);
  });

  test.each([
    ["0% (Much faster than average)", "Much faster than average"],
    ["-3% (Faster than average)", "Faster than average"],
    ["0% (As fast as average)", "As fast as average"],
    ["-1% (Slower than average)", "Slower than average"],
    ["2% (Little or no change)", "Little or no change"],
    ["-2% (Little or no change)", "Little or no change"],
    ["1% (Decline)", "Decline"],
    ["30% (Decline)", "Decline"],
  ])("%j is refused: the words cannot stand beside the percent", (value, words) => {
    expect(() => read(withFact(/Job Outlook/, { value }))).toThrow(
      `expected a percent that “${words}” can stand beside, found “${value}”`,
    );
  });

  test.each([
    "0% (Slower than average)",
    "1% (Little or no change)",
    "-1% (Little or no change)",
    "0% (Decline)",
    "1% (As fast as average)",
  ])("%j is understood: words follow the unrounded figure", (value) => {
    expect(read(withFact(/Job Outlook/, { value })).outlook.quote.value).toBe(value);
  });

  test("its years are those of the label", () => {
    expect(read(pageOf("plain-page")).outlook).toMatchObject({ base: 2024, target: 2034 });
  });

  test("a label whose years do not rise is refused", () => {
    expect(() => read(withFact(/Job Outlook/, { label: "Job Outlook, 2034–2024" }))).toThrow(DocumentError);
  });
});

describe("employment change", () => {
  test.each([
    ["13,800", 13_800],
    ["-12,400", -12_400],
    ["0", 0],
  ])("%j", (value, count) => {
    expect(read(withFact(/Employment Change/, { value })).change.count).toBe(count);
  });

  test.each(["", "+800", "8 00", "—"])("%j is refused", (value) => {
    expect(() => read(withFact(/Employment Change/, { value }))).toThrow("expected a change in jobs");
  });
});

describe("categories", () => {
  test.each([
    [/Education/, "See How to Become One"],
    [/Education/, "Some college, no degree"],
    [/Education/, "Bachelor’s degree"],
    [/Education/, "Doctoral or professional degree"],
    [/Work Experience/, "Less than 5 years"],
    [/Work Experience/, "None"],
    [/On-the-job/, "Apprenticeship"],
    [/On-the-job/, "Internship/residency"],
  ])("%s can be %j, which is kept as printed", (label, value) => {
    const { education, experience, training } = read(withFact(label, { value }));
    expect([education, experience, training].map((fact) => fact.value)).toContain(value);
  });

  test.each([
    [/Education/, "Bachelor degree"],
    [/Education/, "None"],
    [/Education/, ""],
    [/Work Experience/, "Long-term on-the-job training"],
    [/Work Experience/, "6 years"],
    [/On-the-job/, "none"],
    [/On-the-job/, "5 years or more"],
  ])("%s cannot be %j", (label, value) => {
    expect(() => read(withFact(label, { value }))).toThrow(
      /expected one of the publisher's categories \(See How to Become One, /,
    );
  });
});

test("a quick fact that nobody knows is remarked on", () => {
  const page = pageOf("plain-page");
  const quickFacts = [
    ...(page.extract.quickFacts ?? []),
    { label: "Remote Work", value: "Seldom", at: "#new" },
  ];
  const changed = pageOf("plain-page", { quickFacts });
  read(changed);
  expect(changed.remarks).toEqual([
    {
      rule: "new-quick-fact",
      locator: "#new",
      message: "The quick fact “Remote Work” (“Seldom”) is not read.",
    },
  ]);
});

test("quick facts are found by their labels, in any order and of any year", () => {
  const quickFacts = (pageOf("plain-page").extract.quickFacts ?? [])
    .toReversed()
    .map((fact) => ({ ...fact, label: fact.label.replace("2024–34", "2031–41").replace("2024", "2031") }));
  const { pay, jobs, outlook } = read(pageOf("plain-page", { quickFacts }));
  expect([pay.inYear, jobs.inYear, outlook.base, outlook.target]).toEqual([2031, 2031, 2031, 2041]);
});

test("a page without quick facts has none", () => {
  expect(quickFactsFrom(pageOf("no-quick-facts"))).toBeUndefined();
});
