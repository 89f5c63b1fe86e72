import { describe, expect, test } from "vitest";
import { type Change, changed, readingOf, refusalOf, writtenXml } from "./cases.ts";

const XML = writtenXml("earlier-edition");
const OWN = '/ooh/occupation[1][occupation_code="B998"]';

/** The one occupation of the case once more, under another code. */
const twice = (...changes: readonly Change[]) => {
  const [occupation = ""] = /<occupation>.*<\/occupation>/s.exec(XML) ?? [];
  return XML.replace("</ooh>", () => `${changed(occupation, ["B998", "B999"], ...changes)}</ooh>`);
};

describe("the compilation is refused, with its place,", () => {
  test.each<[what: string, locator: string, ...changes: Change[]]>([
    ["where it is another document", "/feed", ["<ooh>", "<feed>"], ["</ooh>", "</feed>"]],
    ["where it is another publication", "/ooh/publication_title", ["Occupational Outlook", "Career Guide"]],
    ["without the years", "/ooh/current_year", ["<current_year>2022</current_year>", ""]],
    ["without the survey", "/ooh/reference_period", ["<reference_period>May 2023</reference_period>", ""]],
    [
      "with two surveys",
      "/ooh/last_updated",
      ["<last_updated>", "<last_updated>x</last_updated><last_updated>"],
    ],
    [
      "with a survey of no month",
      "/ooh/reference_period",
      ["<reference_period>May", "<reference_period>Spring"],
    ],
    [
      "with a survey of another year",
      "/ooh/reference_year",
      ["<reference_year>2023", "<reference_year>2022"],
    ],
    ["with a year that is none", "/ooh/projection_year", ["<projection_year>2032", "<projection_year>32"]],
    [
      "with years in a wrong order",
      "/ooh/projection_year",
      ["<projection_year>2032", "<projection_year>2012"],
    ],
    [
      "where the explanation names other years",
      `${OWN}/quick_facts/qf_employment_openings/help`,
      ["numeric change in employment from 2022", "numeric change in employment from 2023"],
    ],
    [
      "where the explanation names another base year",
      `${OWN}/quick_facts/qf_number_of_jobs/help`,
      ["the 2022–32 employment", "the 2023–33 employment"],
    ],
    [
      "where the explanation names no years",
      `${OWN}/quick_facts/qf_employment_openings/help`,
      ["The projected numeric change in employment from 2022 to 2032.", "Openings a year."],
    ],
    ["without a title", `${OWN}/title`, ['<title type="text">R&amp;D Widget Makers</title>', ""]],
    ["with an empty title", `${OWN}/title`, ['"text">R&amp;D Widget Makers</title>', '"text"> </title>']],
    ["with two titles", `${OWN.slice(0, 18)}/title`, ["<title ", "<title>x</title><title "]],
    [
      "with a code that is none",
      '/ooh/occupation[1][occupation_code="998"]/occupation_code',
      ["B998", "998"],
    ],
    ["without SOC codes", `${OWN}/soc_coverage`, [soc("51-2099"), ""], [soc("51-2061"), ""]],
    ["with a SOC code that is none", `${OWN}/soc_coverage/soc_code[2]`, [soc("51-2061"), soc("512061")]],
    ["with a day that is none", `${OWN}/publish_date`, [">2024-04-17<", ">2024-04-31<"]],
    [
      "without an address",
      `${OWN}/citation`,
      ["https://www.bls.gov/ooh/production/r%26d-widget-makers.htm", "/ooh/"],
    ],
    [
      "with two addresses",
      `${OWN}/citation`,
      ["R&D Widget Makers, at", 'R&D Widget Makers <a href="/ooh/production/bakers.htm">x</a> at'],
    ],
    [
      "with a section under another name",
      `${OWN}/pay/section_title`,
      ["<pay>", "<wages>"],
      ["</pay>", "</wages>"],
    ],
    ["without a quick fact", `${OWN}/quick_facts/qf_work_experience/value`, [experience(), ""]],
    [
      "with a quick fact under another name",
      `${OWN}/quick_facts/qf_employment_openings/value`,
      ["<qf_employment_openings>", "<qf_openings>"],
      ["</qf_employment_openings>", "</qf_openings>"],
    ],
    [
      "without a part of a quick fact",
      `${OWN}/quick_facts/qf_median_pay_annual/range`,
      [range("$40,000 to $59,999"), ""],
    ],
    [
      "with an unknown band",
      `${OWN}/quick_facts/qf_median_pay_annual/range`,
      ["$40,000 to $59,999", "Middling"],
    ],
    [
      "with a band that the wage is not in",
      `${OWN}/quick_facts/qf_median_pay_annual/range`,
      ["$40,000 to $59,999", "$60,000 to $79,999"],
    ],
    ["with a wage in words", `${OWN}/quick_facts/qf_median_pay_annual/value`, [">42510<", ">$42,510<"]],
    [
      "with a wage that is no number",
      `${OWN}/quick_facts/qf_median_pay_hourly/value`,
      [">20.4<", ">20.405<"],
    ],
    [
      "with an unknown category",
      `${OWN}/quick_facts/qf_work_experience/value`,
      ["Less than 5 years", "Some"],
    ],
    [
      "with an unknown outlook",
      `${OWN}/quick_facts/qf_employment_outlook/description`,
      ["<description>Decline", "<description>Fall"],
    ],
    [
      "with two outlooks",
      `${OWN}/quick_facts/qf_employment_outlook/range`,
      [range("Decline"), range("Little or no change")],
    ],
    ["with jobs in words", `${OWN}/quick_facts/qf_number_of_jobs/value`, [">8300<", ">8,300<"]],
    ["with jobs below none", `${OWN}/quick_facts/qf_number_of_jobs/value`, [">8300<", ">-8300<"]],
    [
      "with a range of new jobs that the change is not in",
      `${OWN}/quick_facts/qf_number_of_jobs/range`,
      ["Declining", "0 to 999"],
    ],
    ["with an unknown range of new jobs", `${OWN}/quick_facts/qf_number_of_jobs/range`, ["Declining", "Few"]],
    ["without openings", `${OWN}/summary_outlook`, ["about 900 openings for", "some openings for"]],
    [
      "with a projections table of other years",
      `${OWN}/job_outlook/section_datatable table`,
      ["Projected Employment, 2032", "Projected Employment, 2033"],
    ],
    [
      "with a projections table whose columns are others",
      `${OWN}/job_outlook/section_datatable table`,
      ['<th rowspan="2">SOC Code</th>', '<th rowspan="2">Code</th>'],
    ],
    [
      "with a row whose link leads to another code",
      `${OWN}/job_outlook/section_datatable table > tbody > tr:nth-of-type(2)`,
      ["queryParams=51-2099", "queryParams=51-2091"],
    ],
    [
      "with a number that is none in a row",
      `${OWN}/job_outlook/section_datatable table > tbody > tr:nth-of-type(3)`,
      ["<td>3,200</td>", "<td>3.200</td>"],
    ],
    [
      "with a projections table of other jobs",
      `${OWN}/job_outlook/section_datatable table`,
      ["<td>8,300</td>", "<td>8,400</td>"],
    ],
    [
      "with a projections table of another change",
      `${OWN}/job_outlook/section_datatable table > tbody > tr:nth-of-type(1)`,
      ["<td>-400</td>", "<td>-500</td>"],
    ],
    ["without a heading in the Summary", `${OWN}/summary_pay`, ["<h4>Pay</h4>", ""]],
    [
      "with HTML outside CDATA",
      `${OWN}/pay/section_body`,
      ["<![CDATA[<p>$42,510 a year, or $20.40 an hour.</p>]]>", "<p>$42,510</p>"],
    ],
    ["with CDATA without its end", `${OWN}/summary_pay`, ["<p>Fair.</p>]]>", "<p>Fair.</p>"]],
    ["with an element without its end", `${OWN}/summary_pay`, ["</summary_pay>", ""]],
    ["with an occupation without its end", `${OWN}`, ["</occupation>", ""]],
  ])("%s", (_what, locator, ...changes) => {
    expect(refusalOf(changed(XML, ...changes)).locator).toBe(locator);
  });

  test("with two occupations of one address", () => {
    const { locator, found } = refusalOf(twice());
    expect(locator).toBe('/ooh/occupation[2][occupation_code="B999"]/citation');
    expect(found).toBe(`https://www.bls.gov/ooh/production/r%26d-widget-makers.htm, as ${OWN} has it`);
  });

  test("without any occupation", () => {
    const none = XML.replace(/<occupation>.*<\/occupation>/s, "");
    expect(() => readingOf(none)).toThrow(/occupations/);
  });
});

test("a recommendation of no profile is remarked on", () => {
  const { extract, remarks } = readingOf(
    changed(XML, [
      '<td><a href="/ooh/production/bakers.htm"><img>',
      '<td><a href="/ooh/production/home.htm"><img>',
    ]),
  );
  expect(extract.occupations[0]?.similar).toEqual([]);
  expect(remarks).toContainEqual({
    rule: "similar-without-profile",
    locator: `${OWN}/similar_occupations/section_body`,
    message: "A row leads to /ooh/production/home.htm, which is no profile.",
  });
});

test("a second occupation of another address is read", () => {
  const { extract } = readingOf(twice(["r%26d-widget-makers.htm", "widget-menders.htm"]));
  expect(extract.occupations.map(({ at }) => at)).toEqual([
    OWN,
    '/ooh/occupation[2][occupation_code="B999"]',
  ]);
});

function soc(code: string): string {
  return `<soc_code type="text">${code}</soc_code>`;
}

function range(words: string): string {
  return `<range type="text">${words}</range>`;
}

function experience(): string {
  return '<qf_work_experience><value type="text">Less than 5 years</value></qf_work_experience>';
}
