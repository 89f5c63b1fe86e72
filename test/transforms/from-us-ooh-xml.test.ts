import { expect, test } from "vitest";
import { createPublishedValues } from "../../transforms/assemble/published-values.ts";
import { compareStatements } from "../../transforms/assemble/statements.ts";
import { SPOKEN_OF } from "../../transforms/us-ooh-xml/spoken-of.ts";
import { readingOf as pageReadingOf, sampleCases } from "../sources/us-ooh/cases.ts";
import { readingOf, sampleXml } from "../sources/us-ooh-xml/cases.ts";

const published = createPublishedValues(SPOKEN_OF);
for (const { document } of sampleCases()) published.note(pageReadingOf(document).facts);

const compared = (xml: string) => compareStatements(published, readingOf(xml).statements);

const XML = sampleXml();

test("the pages and the compilation of the sample agree in every value", () => {
  const { findings, counts } = compared(XML);
  expect(counts.map(({ table, check, compared, differing }) => [table, check, compared, differing])).toEqual([
    ["occupation", "title", 12, 0],
    ["occupation", "page_date", 12, 0],
    ["relation", "covers", 65, 0],
    ["relation", "similar", 73, 0],
    ["section", "words", 217, 0],
    ["section", "figures", 217, 0],
    ["wage", "amount", 18, 0],
    ["wage", "qualifier", 18, 0],
    ["requirement", "entry-education", 11, 0],
    ["requirement", "work-experience", 11, 0],
    ["requirement", "on-the-job-training", 11, 0],
    ["employment", "jobs", 11, 0],
    ["projection", "outlook", 11, 0],
    ["projection", "change_percent", 84, 0],
    ["projection", "change_jobs", 84, 0],
    ["projection", "annual_openings", 11, 0],
    ["projection", "base_jobs", 73, 0],
    ["projection", "target_jobs", 73, 0],
  ]);
  expect(
    counts.flatMap(({ check, onlyHere, onlyThere }) =>
      onlyHere + onlyThere > 0 ? [[check, onlyHere, onlyThere]] : [],
    ),
  ).toEqual([
    // Broad codes of the projections tables: the compilation names detailed codes.
    ["covers", 3, 0],
    // The fishers' wage of May 2017, which only prose tells.
    ["amount", 1, 0],
    ["qualifier", 1, 0],
  ]);
  expect(new Set(findings.map(({ rule }) => rule))).toEqual(new Set(["only-in-one-source"]));
});

/** A change of the nurses' elements, and what is said to differ then. */
test.each<[from: string, to: string, differs: string]>([
  [
    '<value type="int">93600</value>',
    '<value type="int">93610</value>',
    "wage.amount (US, median, year, 2024-05): 93600 in us-ooh",
  ],
  [
    '<value type="decimal">45.00</value>',
    '<value type="decimal">45.01</value>',
    "wage.amount (US, median, hour, 2024-05): 45 in us-ooh",
  ],
  [
    "Bachelor's degree</value>",
    "Master's degree</value>",
    "requirement.entry-education (entry-education, 1): “Bachelor's degree” in us-ooh",
  ],
  ["Bachelor's degree</value>", "</value>", "“See How to Become One” in us-ooh-xml"],
  ['<value type="int">3391000</value>', '<value type="int">3391000</value><!-- -->', ""],
  [
    ">2025-08-28</publish_date>",
    ">2026-02-05</publish_date>",
    "“2026-02-05” in us-ooh-xml (published 2026-02-05). Published is that of us-ooh, although us-ooh-xml is newer",
  ],
  [
    '<title type="text">Registered Nurses',
    '<title type="text">Nurses',
    "occupation.title: “Registered Nurses” in us-ooh",
  ],
  [
    '<td style="align: right">3,557,100</td>',
    '<td style="align: right">3,557,200</td>',
    "projection.target_jobs (US, 2024, 2034): 3557100 in us-ooh",
  ],
  [
    "About 189,100 openings",
    "About 189,200 openings",
    "projection.annual_openings (US, 2024, 2034): 189100 in us-ooh",
  ],
])("%s → %s is found", (from, to, differs) => {
  const at = XML.indexOf('<title type="text">Registered Nurses');
  const place = XML.indexOf(from, at);
  expect(at).toBeGreaterThan(0);
  expect(place).toBeGreaterThan(0);
  const changed = XML.slice(0, place) + to + XML.slice(place + from.length);
  const messages = compared(changed)
    .findings.filter(({ rule }) => rule === "sources-differ")
    .map(({ message }) => message);
  if (differs === "") expect(messages).toEqual([]);
  else expect(messages.join("\n")).toContain(differs);
});
