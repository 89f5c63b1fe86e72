import { describe, expect, test } from "vitest";
import { type Change, changed, refusalOf } from "./cases.ts";

describe("a page is refused where", () => {
  test.each<readonly [string, string, Change]>([
    ["it has no title", "h1: expected one element, found 0", [/<h1>[\s\S]*?<\/h1>/, ""]],
    [
      "it says nothing of the job",
      "expected a paragraph about the job below the title",
      [/<p>Plumbers lay pipes[^<]*<\/p>/, ""],
    ],
    [
      "more stands beside the title",
      "alternative titles, and paragraphs",
      [/<p>Plumbers lay pipes/, "<ul><li>New!</li></ul><p>Plumbers lay pipes"],
    ],
    [
      "the titles are introduced in other words",
      "alternative titles, and paragraphs",
      ["Alternative titles for this job include", "Also known as"],
    ],
    ["the salary has another id", "#Salary: expected one element", ['id="Salary"', 'id="Pay"']],
    [
      "the salary is for another period",
      "“Average salary (a year)”",
      ["<span>(a year)</span>", "<span>(a month)</span>"],
    ],
    ["the salary's heading is another", "“Average salary (a year)”", ["Average salary", "Highest salary"]],
    [
      "a starter's salary stands alone",
      "a starter's and an experienced worker's salary",
      [/<p class="dfc-code-jpsexperienced">[\s\S]*?<\/p>/, ""],
    ],
    [
      "a salary has another class",
      "a starter's and an experienced worker's salary",
      ['"dfc-code-jpsexperienced"', '"dfc-code-jpsexpert"'],
    ],
    [
      "the amounts stand beside “Variable”",
      "a starter's and an experienced worker's salary",
      [
        '<p class="dfc-code-jpsstarter">',
        '<p class="dfc-code-jpsalaryblank">Variable</p><p class="dfc-code-jpsstarter">',
      ],
    ],
    [
      "something more stands beside the salary",
      "“Average salary (a year) £15,000 Starter to £40,000 Experienced”",
      [/Experienced<\/span><\/p>/, "Experienced</span></p><p>in London</p>"],
    ],
    ["a salary is nothing", "an amount like £24,907", ["&#xA3;15,000 ", "&#xA3;0 "]],
    ["a salary is in another currency", "an amount like £24,907", ["&#xA3;15,000 ", "€15,000 "]],
    ["a salary has lost its digits' group", "an amount like £24,907", ["&#xA3;15,000 ", "&#xA3;15000 "]],
    ["a salary has a decimal point", "an amount like £24,907", ["&#xA3;15,000 ", "&#xA3;1,500.0 "]],
    ["a salary is a range", "an amount like £24,907", ["&#xA3;15,000 ", "&#xA3;15,000 to &#xA3;16,000 "]],
    ["a salary is empty", "expected", ["&#xA3;15,000 ", " "]],
    ["experience costs", "no less than £15,000 Starter", ["40,000", "14,999"]],
    ["the labels are swapped", "the label “Starter”", [/15,000 <span>Starter/, "15,000 <span>Experienced"]],
    [
      "the hours are of another time",
      "“Typical hours (a week)”",
      ["<span>(a week)</span>", "<span>(a month)</span>"],
    ],
    ["the hours' detail names another time", "hours of a week", [">a week</span>", ">a day</span>"]],
    ["the hours are in words", "hours like “37 to 42”", ["37  to  40", "about forty"]],
    ["the hours are turned round", "the smaller figure first", ["37  to  40", "40 to 37"]],
    ["a week is too short", "5 to 80 hours a week", ["37  to  40", "37 to 400"]],
    ["there are no hours", "5 to 80 hours a week", ["37  to  40", "0 to 40"]],
    [
      "the hours have another class",
      ".dfc-code-jphours: expected one element",
      ['"dfc-code-jphours"', '"hours"'],
    ],
    ["the hours' detail has another class", "no element of this kind", ["dfc-code-jpwhoursdetail", "detail"]],
    [
      "the pattern's detail has another class",
      "no element of this kind",
      ["dfc-code-jpwpatterndetail", "detail"],
    ],
    [
      "the pattern has another heading",
      "the heading “You could work”",
      ["You could work\n", "You should work\n"],
    ],
    [
      "the pattern has another id",
      "#WorkingHoursPatterns: expected",
      ['id="WorkingHoursPatterns"', 'id="Patterns"'],
    ],
    [
      "the salary stands twice, differently",
      "#Salary: expected one element, found 2",
      ['<div id="WorkingHours"', '<div id="Salary"><h2>Average salary</h2></div><div id="WorkingHours"'],
    ],
    ["a section has another id", "the id HowToBecome together with", ['id="HowToBecome"', 'id="Become"']],
    [
      "a section has another heading",
      "together with a heading like",
      [/>How to become a plumber</, ">Becoming a plumber<"],
    ],
    [
      "a section is empty",
      "a heading like",
      [
        /<section id="CareerPathAndProgression">[\s\S]*?<\/section>/,
        '<section id="CareerPathAndProgression"></section>',
      ],
    ],
    [
      "a section is missing",
      "a section #CareerPathAndProgression",
      [/<section id="CareerPathAndProgression">[\s\S]*?<\/section>/, ""],
    ],
    [
      "a section stands twice",
      "one section about what-you-will-do",
      [
        '<section id="WhatYouWillDo">',
        '<section id="WhatYouWillDo"><h2>What you\'ll do</h2><p>More.</p></section><section id="WhatYouWillDo">',
      ],
    ],
    ["a route has another id", "the id College together with", ['id="College"', 'id="college-route"']],
    [
      "a route has another heading",
      "the id College together with",
      ["<h3>College</h3>", "<h3>About college</h3>"],
    ],
    [
      "requirements have another heading",
      "ul.list-reqs under the heading of the requirements",
      [
        /<h4>Entry requirements<\/h4>\s*<p>You'll usually need:<\/p>\s*<ul class="list-reqs">\s*<li>two/,
        '<h4>What you need</h4><p>You\'ll need:</p><ul class="list-reqs"><li>two',
      ],
    ],
    [
      "requirements have another class",
      "ul.list-reqs under the heading of the requirements",
      [/<ul class="list-reqs">\s*<li>two/, '<ul class="reqs"><li>two'],
    ],
    [
      "links have another class",
      "ul.list-link under the heading of the links",
      [/<ul class="list-link">\s*<li><a class="htb-feature" href="\/find/, '<ul><li><a href="/find'],
    ],
    [
      "the requirements have lost their heading",
      "ul.list-reqs under",
      [
        /<h4>Entry requirements<\/h4>\s*<p>You'll usually need:<\/p>\s*<ul class="list-reqs">\s*<li>two/,
        '<ul class="list-reqs"><li>two',
      ],
    ],
    [
      "a route has two lists of requirements",
      "one heading “Entry requirements”",
      [
        /<h4>More Information<\/h4>\s*<ul class="list-link">\s*<li><a class="htb-feature" href="\/find/,
        '<h4>Entry requirements</h4><ul class="list-reqs"><li>more</li></ul><h4>More Information</h4><ul class="list-link"><li><a href="/find',
      ],
    ],
    [
      "the skills have another heading",
      "a heading like ^Skills and knowledge$",
      ["<h3>Skills and knowledge</h3>", "<h3>About skills</h3>"],
    ],
    [
      "the skills are missing",
      "a section “Skills and knowledge”",
      [/<section class="job-profile-subsection">\s*<h3>Skills and knowledge[\s\S]*?<\/section>/, ""],
    ],
    [
      "the skills are no list",
      "a list of skills",
      [/<ul>\s*<li>careful work[\s\S]*?<\/ul>/, "<p>careful work</p>"],
    ],
    [
      "the day-to-day tasks have another heading",
      "a heading like ^Day-to-day tasks$",
      ["<h3>Day-to-day tasks</h3>", "<h3>Everyday tasks</h3>"],
    ],
    [
      "the restrictions have another id",
      "the id restrictions together with",
      ['id="restrictions"', 'id="limits"'],
    ],
    [
      "the related careers have another class",
      "a box .job-profile-related around",
      ['class="job-profile-related"', 'class="related"'],
    ],
    [
      "the related careers have another heading",
      "the heading “Related careers”",
      [">Related careers<", ">Popular careers<"],
    ],
    [
      "a related career has no link",
      "expected",
      ['<a href="/job-profiles/bricklayer">Bricklayer</a>', "Bricklayer"],
    ],
    [
      "a related career has more than its title",
      "a link to a profile, with its title",
      [">Bricklayer</a>", ">Bricklayer</a> new"],
    ],
    [
      "no related career leads to a profile",
      "the address of a profile",
      [
        /<ul class="list list-big">[\s\S]*?<\/ul>/,
        '<ul class="list list-big"><li><a href="/explore-careers">All</a></li></ul>',
      ],
    ],
    [
      "it belongs to two groups of jobs",
      "one group of jobs",
      [
        '<p class="dfc-code-jpwpattern">Find',
        '<p><a href="/job-groups/1111/others">Others</a></p><p class="dfc-code-jpwpattern">Find',
      ],
    ],
  ])("%s", (_, message, change) => {
    const refusal = refusalOf(changed(change));
    expect(refusal.message).toContain(message);
    expect(refusal.url).toBe("https://nationalcareers.service.gov.uk/job-profiles/plumber");
  });

  test("it is not UTF-8", () => {
    expect(refusalOf({ ...changed(), body: Buffer.from([0xff]) }).message).toContain("text in UTF-8");
  });
});
