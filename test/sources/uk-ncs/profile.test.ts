import { describe, expect, test } from "vitest";
import { rowsOf } from "../cases/facts-of.ts";
import { type Change, changed, changedCase, readingOf } from "./cases.ts";

const PLAIN = readingOf(changed());

/** The facts and codes without their places, which may lie elsewhere. */
const said = ({ facts, mentions }: ReturnType<typeof readingOf>) => [
  ...facts.map(({ table, row }) => ({ table, ...row, locator: "" })),
  mentions.map(({ code, title }) => [code, title]),
];

describe("what changes from day to day and what is the same on every page leaves the extract as it is", () => {
  test.each<readonly [string, Change]>([
    ["a vacancy's wage", ["216.00", "99,999.00"]],
    ["a vacancy's title", [/>Apprentice plumber</, ">Wanted: £1 a year<"]],
    ["all vacancies", [/<div class="opportunity-item">[\s\S]*?<\/div>\s*/, ""]],
    ["the whole block of vacancies", [/<section id="CurrentOpportunities">[\s\S]*?<\/section>/, ""]],
    ["another id of the vacancies", ['id="CurrentOpportunities"', 'id="current-opportunities"']],
    ["an unknown id of the vacancies", ['id="CurrentOpportunities"', 'id="Opportunities"']],
    ["the help box", ["You can ring us", "Ring 0800 100 900, 8am to 8pm"]],
    ["the service's name", ["Plumber | Explore careers", "Plumber | Get careers information and advice"]],
    [
      "a video",
      [
        '<div class="job-profile-sections">',
        '<section class="job-profile-video"><h2>Meet a plumber</h2><p>Hello.</p></section><div class="job-profile-sections">',
      ],
    ],
    [
      "a real career story",
      [
        '<section class="job-profile-subsection" id="moreinfo">',
        '<section class="job-profile-subsection" id="real-story"><h3>Real career story</h3><div><p>Sam.</p></div></section>$&'.replace(
          "$&",
          '<section class="job-profile-subsection" id="moreinfo">',
        ),
      ],
    ],
  ])("%s", (_, change) => {
    const { extract, remarks } = readingOf(changed(change));
    expect(extract).toEqual(PLAIN.extract);
    expect(remarks).toEqual([]);
  });
});

describe("the same is read where the mark-up differs", () => {
  test.each<readonly [string, Change]>([
    [
      "other tags around the pay",
      [
        /<p class="dfc-code-jpsstarter">([\s\S]*?)<\/p>/,
        '<h5 class="dfc-code-jpsstarter">&pound;15,000<span>Starter</span></h5>',
      ],
    ],
    ["paragraphs left open in the pay", [/(Starter<\/span>)<\/p>/, "Starter</span>"]],
    ["no word between the amounts", [/<i class="sr-hidden[\s\S]*?<\/i>/, ""]],
    ["blanks that do not break in the hours", ["37  to  40", "37&nbsp;to&nbsp;40"]],
    ["a second class", ['class="dfc-code-jphours"', 'class="govuk-body dfc-code-jphours"']],
    ["tags in capitals", [/<section id="WhatItTakes">/, '<SECTION ID="WhatItTakes">']],
    [
      "an old salary in a comment",
      [
        '<div id="Salary"',
        '<!-- <p class="dfc-code-jpsstarter">£1 <span>Starter</span></p> --><div id="Salary"',
      ],
    ],
    [
      "no class around the content of a section",
      [
        /(<h3>Day-to-day tasks<\/h3>\s*)<div class="job-profile-subsection-content">/,
        "<h3>Day-to-day tasks</h3><div>",
      ],
    ],
    ["the apostrophe of print", ["What you'll do</h2>", "What you’ll do</h2>"]],
    [
      "small letters in a heading",
      ["<h3>Restrictions and Requirements</h3>", "<h3>Restrictions and requirements</h3>"],
    ],
    ["a link with blanks", ['href="/job-profiles/bricklayer"', 'href=" /job-profiles/bricklayer/#Salary "']],
  ])("%s", (_, change) => {
    const withoutRaw = (reading: ReturnType<typeof readingOf>) =>
      said(reading).map((fact) => ({
        ...fact,
        raw: "",
        heading: `${(fact as { heading?: string }).heading}`.toLowerCase().replace("’", "'"),
      }));
    expect(withoutRaw(readingOf(changed(change)))).toEqual(withoutRaw(PLAIN));
  });
});

describe("remarked on is", () => {
  test.each<readonly [string, string, Change]>([
    [
      "a route that is named and not described",
      "route-not-described",
      [/<section class="job-profile-subsection" id="College">[\s\S]*?<\/section>/, ""],
    ],
    [
      "a related career that is no profile",
      "similar-without-profile",
      ['href="/job-profiles/bricklayer"', 'href="/explore-careers"'],
    ],
    [
      "a related career that is the profile itself",
      "similar-without-profile",
      ['href="/job-profiles/bricklayer"', 'href="plumber"'],
    ],
    [
      "a group of jobs without a title",
      "job-group-not-read",
      ["/job-groups/5314/plumbers-and-heating-and-ventilating-engineers", "/job-groups/5314"],
    ],
    ["a group of jobs whose code is none", "job-group-not-read", ["/job-groups/5314/", "/job-groups/53140/"]],
    [
      "a group of jobs without a link",
      "job-group-not-read",
      [/<a class="govuk-link" href="\/job-groups[\s\S]*?<\/a>/, "Plumbers"],
    ],
  ])("%s", (_, rule, change) => {
    expect(readingOf(changed(change)).remarks.map((remark) => remark.rule)).toEqual([rule]);
  });
});

test("a page without day-to-day tasks has no duties, and no section about them", () => {
  const without = changed([
    /<section class="job-profile-subsection">\s*<h3>Day-to-day tasks[\s\S]*?<\/section>/,
    "",
  ]);
  const { facts, remarks } = readingOf(without);
  expect(rowsOf(facts, "duty")).toEqual([]);
  expect(rowsOf(facts, "section").some(({ topic }) => topic === "duties")).toBe(false);
  expect(remarks).toEqual([]);
});

test("an empty box for the day-to-day tasks is as good as none", () => {
  const empty = changed([
    /(<h3>Day-to-day tasks<\/h3>)[\s\S]*?<\/section>/,
    "<h3>Day-to-day tasks</h3><div></div></section>",
  ]);
  expect(rowsOf(readingOf(empty).facts, "duty")).toEqual([]);
});

test("a page without related careers has none, which is remarked on", () => {
  const without = changed([/<div class="job-profile-related">[\s\S]*?<\/div>/, ""]);
  const { facts, remarks } = readingOf(without);
  expect(rowsOf(facts, "relation")).toEqual([]);
  expect(remarks.map(({ message }) => message)).toEqual(["The page is without related careers."]);
});

test("a page without other titles has none", () => {
  expect(rowsOf(readingOf(changed(["Gas plumber, heating engineer", ""])).facts, "occupation_name")).toEqual(
    [],
  );
  const without = changed([/<h2 class="govuk-!-margin-top-5[\s\S]*?<\/h2>/, ""]);
  expect(rowsOf(readingOf(without).facts, "occupation_name")).toEqual([]);
});

test("an overview of several paragraphs is one summary", () => {
  const [occupation] = rowsOf(
    readingOf(changed(["and mend what leaks.</p>", "and mend what leaks.</p><p>They also fit boilers.</p>"]))
      .facts,
    "occupation",
  );
  expect(occupation?.summary).toBe("Plumbers lay pipes, and mend what leaks. They also fit boilers.");
});

test("a preface without a list of requirements asks for nothing, and stays in the prose", () => {
  const { facts } = readingOf(
    changed([
      /<p>You'll usually need:<\/p>\s*<ul class="list-reqs">\s*<li>two[\s\S]*?<\/ul>/,
      '<p>Each college decides.</p><ul class="list-reqs"></ul>',
    ]),
  );
  const parts = rowsOf(facts, "requirement").filter(({ route }) => route === "college");
  expect(parts.map(({ part }) => part)).toEqual(["description"]);
  expect(rowsOf(facts, "section").find(({ topic }) => topic === "college")?.text).toContain(
    "Each college decides.",
  );
});

test("the layout of 2019 has the same lists as its page shows", () => {
  const { extract } = readingOf(changedCase("layout-of-2019"));
  expect(extract.duties.map(({ items }) => items.length)).toEqual([2, 1, 2]);
  expect(extract.pattern.detail).toBeNull();
});

test("a block of figures that no page has had is remarked on, and the rest is read as before", () => {
  const block = '<div id="ApprenticePay" class="column-30"><h2>Apprentice pay</h2><p>£15,000</p></div>';
  const { extract, remarks } = readingOf(changed([/(?=<div id="WorkingHours" )/, block]));
  expect(extract.salary.starter?.amount).toBe(PLAIN.extract.salary.starter?.amount);
  expect(remarks).toEqual([
    expect.objectContaining({ rule: "new-fact", message: expect.stringContaining("Apprentice pay £15,000") }),
  ]);
});
