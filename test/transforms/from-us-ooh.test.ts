import { selectAll } from "css-select";
import type { AnyNode } from "domhandler";
import { parseDocument } from "htmlparser2";
import { describe, expect, test } from "vitest";
import { textOf } from "../../sources/reading/text.ts";
import { normaliseUsOoh } from "../../transforms/from-us-ooh.ts";
import type { Fact, Row } from "../../transforms/model/model.ts";
import { rowsOf } from "../sources/cases/facts-of.ts";
import type { DocumentReading } from "../sources/cases/read-as-run.ts";
import { changed, readingOf, sampleCase, writtenCase } from "../sources/us-ooh/cases.ts";

function read(name: string): DocumentReading {
  return readingOf(writtenCase(name).document);
}

function sample(name: string): DocumentReading {
  return readingOf(sampleCase(name).document);
}

/** "median year 79660 exact 2024-05", with the group and the industry where the wage is limited to them. */
function wages({ facts }: DocumentReading): string[] {
  return rowsOf(facts, "wage").map((row) =>
    [row.statistic, row.period, row.amount ?? "none", row.qualifier, row.reference_period, limitsOf(row)]
      .join(" ")
      .trim(),
  );
}

function limitsOf({ group_title, industry_id }: Row<"wage">): string {
  return [group_title, industry_id?.replace("us-ooh/", "in ")].filter((limit) => limit != null).join(" ");
}

/** "all 192100", "Mechanical drafters 42900". */
function jobs({ facts }: DocumentReading): string[] {
  return rowsOf(facts, "employment").map((row) => `${row.group_title ?? "all"} ${row.jobs}`);
}

/** "all 52 Construction": the first of each group has rank 1. */
function shares({ facts }: DocumentReading): string[] {
  return rowsOf(facts, "employer_share").map(
    (row) =>
      `${row.group_title ?? "all"} ${row.rank}. ${row.percent}% ${row.industry_id.replace("us-ooh/", "")}`,
  );
}

function projections({ facts }: DocumentReading) {
  return rowsOf(facts, "projection").map((row) => [
    row.group_title,
    row.base_jobs,
    row.target_jobs,
    row.change_jobs,
    row.change_percent,
    row.annual_openings,
    row.outlook,
  ]);
}

function covered({ facts }: DocumentReading): string[] {
  return rowsOf(facts, "relation")
    .filter(({ kind }) => kind === "covers")
    .map(({ to_id }) => to_id);
}

describe("an occupation with a wage by the year and by the hour", () => {
  test("has both medians, the lowest and the highest tenth, and the median of each industry", () => {
    expect(wages(read("plain-page"))).toEqual([
      "median year 79660 exact 2024-05",
      "median hour 38.3 exact 2024-05",
      "p10 year 51990 exact 2024-05",
      "p90 year 132250 exact 2024-05",
      "median year 103780 exact 2024-05 in Government, excluding state and local education and hospitals",
      "median year 81180 exact 2024-05 in Architectural, engineering, and related services",
      "median year 66930 exact 2024-05 in Construction",
      "median year 64270 exact 2024-05 in Retail trade",
    ]);
  });

  test("has its employers in the publisher's order, with the percents as printed", () => {
    expect(shares(read("plain-page"))).toEqual([
      "all 1. 52% Architectural, engineering, and related services",
      "all 2. 8% Government, excluding state and local education and hospitals",
      "all 3. 2% Construction",
      "all 4. 1% Retail trade",
    ]);
  });

  test("has one projection with openings and words, of the years of the edition", () => {
    const reading = read("plain-page");
    expect(projections(reading)).toEqual([[null, 21_800, 22_600, 800, 3, 1_700, "As fast as average"]]);
    expect(rowsOf(reading.facts, "projection")[0]).toMatchObject({ base_year: 2024, target_year: 2034 });
  });

  test("has the requirements in the publisher's words", () => {
    expect(rowsOf(read("plain-page").facts, "requirement").map(({ kind, text }) => [kind, text])).toEqual([
      ["entry-education", "Bachelor's degree"],
      ["work-experience", "None"],
      ["on-the-job-training", "Internship/residency"],
    ]);
  });

  test("covers its SOC code and its O*NET code, and is similar to what it recommends", () => {
    const reading = read("plain-page");
    expect(covered(reading)).toEqual(["us-soc-2018/17-1012", "onet-soc/17-1012.00"]);
    const similar = rowsOf(reading.facts, "relation").filter(({ kind }) => kind === "similar");
    expect(similar.map(({ to_id }) => to_id)).toEqual(["us-ooh/architects", "us-ooh/civil-engineers"]);
  });

  test("has the date of the page, not that of whoever saved it", () => {
    const [profile] = rowsOf(read("plain-page").facts, "occupation");
    expect(profile).toMatchObject({
      id: "us-ooh/landscape-architects",
      page_date: "2025-08-28",
      summary: "Landscape architects plan parks and gardens.",
      citation:
        "Bureau of Labor Statistics, U.S. Department of Labor, Occupational Outlook Handbook, Landscape Architects, at https://www.bls.gov/ooh/architecture-and-engineering/landscape-architects.htm",
    });
  });

  test("has its summary from the paragraphs under the first heading, and names the place of each", () => {
    const twoParagraphs = changed("plain-page", [
      "<p>Landscape architects plan parks and gardens.</p>",
      "<p>Landscape architects plan parks.</p><p>They plan <em>gardens</em>, too.</p>",
    ]);
    const [profile] = rowsOf(readingOf(twoParagraphs).facts, "occupation");
    expect(profile?.summary).toBe("Landscape architects plan parks. They plan gardens, too.");
    expect(JSON.parse(profile?.locator ?? "").slice(1, 3)).toEqual([
      "#center-content > p:nth-of-type(1)",
      "#center-content > p:nth-of-type(2)",
    ]);
  });

  test("has its median from the quick facts and the month from the prose, in that order", () => {
    const [median] = rowsOf(read("plain-page").facts, "wage");
    expect(JSON.parse(median?.raw ?? "")).toEqual([
      "2024 Median Pay $79,660 per year $38.30 per hour",
      "May 2024",
    ]);
    expect(JSON.parse(median?.locator ?? "")).toEqual([
      "#quickfacts > tbody > tr:nth-of-type(1)",
      "#tab-5 > article > p:nth-of-type(1)",
    ]);
  });
});

test("the month of a wage that no sentence states is that of the chart", () => {
  const [median] = rowsOf(read("top-coded").facts, "wage");
  expect(JSON.parse(median?.locator ?? "")[1]).toBe("#tab-5 > article > div > div > p:nth-of-type(1)");
  expect(JSON.parse(median?.raw ?? "")[1]).toBe("May 2024");
});

test("the month of a wage stands where its locator points", () => {
  const { document } = writtenCase("plain-page");
  const [median] = rowsOf(readingOf(document).facts, "wage");
  const [, at] = JSON.parse(median?.locator ?? "[]");
  const root = parseDocument(Buffer.from(document.body).toString("utf8"));
  expect(selectAll<AnyNode, AnyNode>(at, root).map((node) => textOf(node))).toEqual([
    expect.stringContaining("May 2024"),
  ]);
});

test("an hourly-only occupation has no annual wage", () => {
  for (const reading of [read("hourly-only"), sample("actors")])
    expect(rowsOf(reading.facts, "wage").filter(({ period }) => period !== "hour")).toEqual([]);
  expect(wages(read("hourly-only")).slice(0, 3)).toEqual([
    "median hour 42.45 exact 2024-05",
    "p10 hour 18.68 exact 2024-05",
    "p90 hour 105.44 exact 2024-05",
  ]);
});

test("an annual-only occupation has no hourly wage", () => {
  const reading = read("annual-only");
  expect(wages(reading)).toEqual([
    "median year 60250 exact 2024-05",
    "p10 year 45380 exact 2024-05",
    "p90 year 84100 exact 2024-05",
  ]);
});

test("a page of another date keeps its own", () => {
  expect(rowsOf(read("annual-only").facts, "occupation")[0]?.page_date).toBe("2025-12-03");
});

test("a top-coded median is at least the survey's cap, by the year and by the hour", () => {
  expect(wages(read("top-coded"))).toEqual([
    "median year 239200 at-least 2024-05",
    "median hour 115 at-least 2024-05",
  ]);
});

describe("a median that is not published", () => {
  test("is a row without an amount that says so, beside the wage of an earlier year", () => {
    expect(wages(read("pay-not-published"))).toEqual([
      "median year none not-published 2024-05",
      "median hour none not-published 2024-05",
      "median year 28530 exact 2017-05",
      "p10 year 18710 exact 2017-05",
      "p90 year 48170 exact 2017-05",
    ]);
  });

  test("is told so on the sample's page too", () => {
    expect(wages(sample("fishers-and-related-fishing-workers")).slice(0, 2)).toEqual([
      "median year none not-published 2024-05",
      "median hour none not-published 2024-05",
    ]);
  });
});

describe("a page with two groups of workers", () => {
  const reading = read("two-employer-groups");

  test("has jobs of all, and of each group by its code", () => {
    expect(jobs(reading)).toEqual([
      "all 546100",
      "Bus drivers, school 387300",
      "Bus drivers, transit and intercity 158800",
    ]);
    expect(rowsOf(reading.facts, "employment").map(({ group_id }) => group_id)).toEqual([
      null,
      "us-soc-2018/53-3051",
      "us-soc-2018/53-3052",
    ]);
  });

  test("keeps the employers of one group apart from those of the other", () => {
    expect(shares(reading)).toEqual([
      "Bus drivers, school 1. 48% Elementary and secondary schools; local",
      "Bus drivers, school 2. 34% School and employee bus transportation",
      "Bus drivers, school 3. 10% Local government, excluding education and hospitals",
      "Bus drivers, transit and intercity 1. 54% Local government, excluding education and hospitals",
      "Bus drivers, transit and intercity 2. 17% Urban transit systems",
      "Bus drivers, transit and intercity 3. 8% Charter bus industry",
    ]);
  });

  test("keeps the lowest and highest tenth of one group apart from those of the other", () => {
    expect(wages(reading).filter((wage) => /^p\d0/.test(wage))).toEqual([
      "p10 year 27680 exact 2024-05 Bus drivers, school",
      "p10 year 38250 exact 2024-05 Bus drivers, transit and intercity",
      "p90 year 63810 exact 2024-05 Bus drivers, school",
      "p90 year 82640 exact 2024-05 Bus drivers, transit and intercity",
    ]);
  });

  test("covers two codes; the summary row without a code is none", () => {
    expect(covered(reading).filter((id) => id.startsWith("us-soc"))).toEqual([
      "us-soc-2018/53-3051",
      "us-soc-2018/53-3052",
    ]);
  });

  test("has openings and words for the whole only", () => {
    expect(projections(reading)).toEqual([
      [null, 546_100, 553_800, 7_600, 1, 81_800, "Slower than average"],
      ["Bus drivers, school", 387_300, 388_200, 900, 0, null, null],
      ["Bus drivers, transit and intercity", 158_800, 165_600, 6_800, 4, null, null],
    ]);
  });

  test("has duties of both lists, each under its own introduction, counted through", () => {
    expect(
      rowsOf(reading.facts, "duty").map(({ position, heading, text }) => `${position} ${heading} ${text}`),
    ).toEqual([
      "1 Bus drivers typically do the following: Check brakes and tires",
      "2 Bus drivers typically do the following: Keep to the timetable",
      "3 School bus drivers typically do the following: Watch children cross the road",
    ]);
  });

  test("does not take a group that introduces a list for a specialty", () => {
    expect(rowsOf(reading.facts, "specialty")).toEqual([]);
  });
});

describe("a page with many SOC codes", () => {
  const reading = read("many-soc-codes");

  test("covers each of them, at its level", () => {
    const codes = rowsOf(reading.facts, "occupation").filter(({ scheme }) => scheme === "us-soc-2018");
    expect(codes.map(({ code, level }) => [code, level])).toEqual([
      ["17-3010", "broad"],
      ["17-3011", "detailed"],
      ["17-3012", "detailed"],
      ["17-3013", "detailed"],
      ["17-3019", "detailed"],
    ]);
  });

  test("has jobs and wages of each detailed occupation, and employers of all", () => {
    expect(jobs(reading)).toEqual([
      "all 192100",
      "Architectural and civil drafters 110500",
      "Mechanical drafters 42900",
      "Electrical and electronics drafters 21600",
      "Drafters, all other 17100",
    ]);
    expect(wages(reading).slice(4, 8)).toEqual([
      "median year 73720 exact 2024-05 Electrical and electronics drafters",
      "median year 68510 exact 2024-05 Mechanical drafters",
      "median year 64280 exact 2024-05 Architectural and civil drafters",
      "median year 62010 exact 2024-05 Drafters, all other",
    ]);
    expect(shares(reading)[0]).toBe("all 1. 50% Architectural, engineering, and related services");
  });

  test("has a fall in jobs with its sign, also where the percent is rounded to nothing", () => {
    expect(projections(reading).slice(0, 3)).toEqual([
      [null, 192_100, 191_500, -600, 0, 16_200, "Little or no change"],
      ["Architectural and civil drafters", 110_500, 115_100, 4_600, 4, null, null],
      ["Electrical and electronics drafters", 21_600, 20_400, -1_200, -6, null, null],
    ]);
  });
});

describe("a page with subtotals in its projections table", () => {
  const reading = read("nested-subtotals");

  test("has a projection for each row, subtotals included", () => {
    expect(projections(reading).map(([title, base]) => [title, base])).toEqual([
      [null, 839_000],
      ["Physicians", 785_600],
      ["Anesthesiologists", 45_300],
      ["Cardiologists", 19_400],
      ["Dermatologists", 10_900],
      ["Emergency medicine physicians", 36_100],
      ["Family medicine physicians", 116_000],
      ["General internal medicine physicians", 73_200],
      ["Neurologists", 8_300],
      ["Obstetricians and gynecologists", 21_500],
      ["Pediatricians, general", 46_400],
      ["Physicians, pathologists", 12_600],
      ["Psychiatrists", 27_100],
      ["Radiologists", 28_200],
      ["Physicians, all other", 340_700],
      ["Surgeons", 53_400],
      ["Ophthalmologists, except pediatric", 12_500],
      ["Orthopedic surgeons, except pediatric", 14_700],
      ["Pediatric surgeons", 1_100],
      ["Surgeons, all other", 25_100],
    ]);
  });

  test("has means, not medians, by detailed occupation, under the code of the row with the same name", () => {
    const means = rowsOf(reading.facts, "wage").filter(({ statistic }) => statistic === "mean");
    expect(means.map(({ group_title, group_id, amount }) => [group_title, group_id, amount])).toEqual([
      ["Pediatric Surgeons", "us-soc-2018/29-1243", 450_810],
      ["Surgeons, All Other", "us-soc-2018/29-1249", 371_280],
      ["Anesthesiologists", "us-soc-2018/29-1211", 336_640],
      ["Physicians, all other", "us-soc-2018/29-1229", 253_470],
    ]);
  });

  test("has jobs of the detailed occupations, which sum to all: no subtotal is among them", () => {
    const [all, ...details] = rowsOf(reading.facts, "employment").map((row) => row.jobs ?? 0);
    expect(details).toHaveLength(17);
    expect(details.reduce((sum, count) => sum + count, 0)).toBe(839_100);
    expect(all).toBe(839_000);
  });

  test("counts a subtotal as a broad code", () => {
    const broad = rowsOf(reading.facts, "occupation").filter(({ level }) => level === "broad");
    expect(broad.map(({ code }) => code)).toEqual(["29-1210", "29-1240"]);
  });
});

test("a page without quick facts is an occupation with duties and prose, and without figures", () => {
  for (const reading of [read("no-quick-facts"), sample("military-careers")]) {
    const tables = new Set(reading.facts.map(({ table }) => table));
    expect([...tables].filter((table) => FIGURES.has(table))).toEqual([]);
    expect([...tables]).toEqual(expect.arrayContaining(["occupation", "duty", "section"]));
  }
});

const FIGURES = new Set<Fact["table"]>(["wage", "employment", "employer_share", "projection", "requirement"]);

describe("the A–Z index", () => {
  test("gives a name for each entry that leads to another name, and none for an occupation's own", () => {
    expect(
      rowsOf(read("index-aliases").facts, "occupation_name").map(({ occupation_id, name }) => [
        name,
        occupation_id,
      ]),
    ).toEqual([
      ["Accompanist", "us-ooh/musicians-and-singers"],
      ["Archeologist, underwater", "us-ooh/anthropologists-and-archeologists"],
      ["Charge nurse", "us-ooh/registered-nurses"],
      ["Coach, reading", "us-ooh/kindergarten-and-elementary-school-teachers"],
      ["Coach, reading", "us-ooh/postsecondary-teachers"],
      ["Coach, reading", "us-ooh/postsecondary-teachers"],
    ]);
  });

  test("tells no edition", () => {
    const { extract } = read("index-aliases");
    expect(normaliseUsOoh("a-z-index", extract, { id: "c", sourceId: "us-ooh" }).edition).toBeUndefined();
  });
});

test("the edition is the one that the quick facts name", () => {
  const { extract } = read("plain-page");
  expect(normaliseUsOoh("profile", extract, { id: "c", sourceId: "us-ooh" }).edition).toBe("2024-34");
});

test("a page without quick facts tells no edition", () => {
  const { extract } = read("no-quick-facts");
  expect(normaliseUsOoh("profile", extract, { id: "c", sourceId: "us-ooh" }).edition).toBeUndefined();
});

test("an extract of another shape is not normalised", () => {
  expect(() => normaliseUsOoh("profile", { url: "x" }, { id: "c", sourceId: "us-ooh" })).toThrow();
});

test("the same extract and capture give the same facts, and every fact names the capture", () => {
  const { extract, facts } = read("two-employer-groups");
  const capture = { id: "another", sourceId: "us-ooh" };
  const again = normaliseUsOoh("profile", extract, capture).facts;
  expect(again).toEqual(facts.map(({ table, row }) => ({ table, row: { ...row, capture_id: "another" } })));
});

describe("what editors and browsers do to a page does not change its facts", () => {
  const words = ({ facts }: DocumentReading) =>
    facts.map(({ table, row }) => ({ table, row: { ...row, locator: "" } }));

  test("a page that a person saved from a browser gives the facts of the page as served", () => {
    expect(words(read("browser-saved"))).toEqual(words(read("plain-page")));
  });

  test("a page with end tags left open gives the facts of the page with all of them", () => {
    expect(words(read("unclosed-tags"))).toEqual(words(read("plain-page")));
  });

  test("a name with split emphasis is one name, without its full stop", () => {
    const { facts } = read("split-emphasis");
    expect(rowsOf(facts, "specialty").map(({ name, text }) => [name, text])).toEqual([
      ["Cartographers", "Cartographers decide what a map shows, and at which scale."],
      ["Photogrammetrists", "Photogrammetrists measure the ground from pictures taken in the air."],
      ["Web mappers", "Web mappers’ screens show what has changed since morning."],
    ]);
    expect(rowsOf(facts, "quality").map(({ name, text }) => [name, text?.trim()])).toEqual([
      ["Computer skills", "Maps are made with programs."],
      ["Attention to detail", "One wrong line can strand a ship."],
      ["Curiosity", "Blank spots invite a closer look."],
      ["Good eyesight", "Pictures are compared in pairs."],
      ["Patience", "A sheet takes weeks."],
    ]);
  });

  test("what is said of a quality ends without a space, also where its whole paragraph is emphasised", () => {
    const texts = rowsOf(read("split-emphasis").facts, "quality").map(({ text }) => text);
    expect(texts).toEqual(texts.map((text) => text?.trim()));
  });

  test("a list without an introduction is duties without a heading", () => {
    expect(
      rowsOf(read("list-without-introduction").facts, "duty").map(({ heading, text }) => [heading, text]),
    ).toEqual([
      [null, "Gather data"],
      [null, "Draw and revise maps"],
      ["Pictures come from planes and from", "satellites"],
      ["Pictures come from planes and from", "drones"],
      [null, "A list after a table has no introduction either"],
    ]);
  });

  test("text outside paragraphs is read, empty paragraphs, headings and items are not", () => {
    const { facts } = read("stray-text");
    const prose = rowsOf(facts, "section").filter(({ topic }) =>
      ["what-they-do", "duties", "injuries"].includes(topic),
    );
    expect(prose.map(({ heading, text }) => [heading, text])).toEqual([
      [
        "What Mining and Geological Engineers Do",
        "Text with no paragraph of its own, *partly emphasised*, is prose too.",
      ],
      [
        "Duties",
        "Mining and geological engineers typically do the following:\n\n- Plan shafts and tunnels\n- Watch the air\n\nA box with text in two lines\n\nNobody digs alone.",
      ],
      ["Injuries and Illnesses", "Dust and noise are watched closely."],
    ]);
    expect(rowsOf(facts, "duty").map(({ text }) => text)).toEqual([
      "Plan shafts and tunnels",
      "Watch the air",
    ]);
  });

  test("figures are read from a sentence that stands outside any paragraph", () => {
    expect(shares(read("stray-text"))).toHaveLength(5);
  });
});

describe("a table of another kind", () => {
  const reading = read("table-of-another-kind");

  test("gives no figures: only the employers, the jobs and the wages that a known sentence introduces", () => {
    expect(shares(reading)).toEqual([
      "all 1. 51% Ship and boat building",
      "all 2. 27% Professional, scientific, and technical services",
      "all 3. 13% Federal government, excluding postal service",
      "all 4. 2% Water transportation",
    ]);
    expect(jobs(reading)).toEqual(["all 8500"]);
    expect(wages(reading)).toHaveLength(8);
  });

  test("stays in the prose, and is remarked on", () => {
    const [prose] = rowsOf(reading.facts, "section").filter(({ topic }) => topic === "work-environment");
    expect(prose?.text).toContain("**Hours at sea**\n\n| Vessel | Days | Crew |");
    expect(prose?.text).toContain("| Tug \\| barge | 2 | 6 |");
    expect(reading.remarks.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([
      "new-tab: The tab “Contests” (#contests) is not read.",
      "new-section: The heading “Night Watches” is not known in the tab “work-environment”.",
      "table-not-read: Not a table of labels and values.",
      "repeated-element: The table before it, once more.",
      "table-not-understood: A table after “Bonuses are paid as follows:” is left to the prose.",
      "table-not-understood: A table after “Ports differ in depth:” is left to the prose.",
    ]);
  });
});

test("a cell that says “or more” is at least that amount", () => {
  expect(wages(read("capped-table-cell")).slice(7, 10)).toEqual([
    "median year 239200 at-least 2024-05 Airline pilots, copilots, and flight engineers in Scheduled air transportation",
    "median year 239200 at-least 2024-05 Airline pilots, copilots, and flight engineers in Couriers and express delivery services",
    "median year 226870 exact 2024-05 Airline pilots, copilots, and flight engineers in Nonscheduled air transportation",
  ]);
});

describe("a cell at the survey's cap is at least that, in any wording", () => {
  const LINE = "Airline pilots, copilots, and flight engineers in Scheduled air transportation";

  test.each([
    "$239,200 or more",
    "$239,200+",
    "$239,200",
    ">=$239,200",
    "≥$239,200",
    "equal to or greater than $239,200",
    "This wage is equal to or greater than $239,200 per year.",
  ])("%s", (words) => {
    const page = changed("capped-table-cell", [
      '<td style="text-align:right;">$239,200 or more</td>',
      `<td style="text-align:right;">${words}</td>`,
    ]);
    expect(wages(readingOf(page))).toContain(`median year 239200 at-least 2024-05 ${LINE}`);
  });
});

test("a group's median at the survey's cap is at least that, whatever its words", () => {
  const median = "copilots, and flight engineers was $226,600 in";
  for (const words of ["$239,200", "$239,200 or more", "equal to or greater than $239,200"]) {
    const html = Buffer.from(writtenCase("capped-table-cell").document.body).toString("utf8");
    const body = Buffer.from(html.replaceAll(median, median.replace("$226,600", words)));
    const reading = readingOf({ ...writtenCase("capped-table-cell").document, body });
    expect(wages(reading)).toContain(
      "median year 239200 at-least 2024-05 Airline pilots, copilots, and flight engineers",
    );
  }
});

test("a group whose highest tenth is not stated has its lowest tenth only", () => {
  const page = changed("capped-table-cell", [
    "less than $98,560, and the highest 10 percent earned more than $239,200.",
    "less than $98,560.",
  ]);
  expect(wages(readingOf(page)).filter((wage) => /^p\d0/.test(wage))).toEqual([
    "p10 year 98560 exact 2024-05 Airline pilots, copilots, and flight engineers",
    "p10 year 59330 exact 2024-05 Commercial pilots",
    "p90 year 239200 at-least 2024-05 Commercial pilots",
  ]);
});

test("a highest tenth in a sentence of its own is read like one in the same sentence", () => {
  const page = changed("plain-page", [
    ", and the highest 10 percent earned more than $132,250.",
    ". The highest 10 percent earned more than $132,250.",
  ]);
  expect(wages(readingOf(page))).toEqual(wages(read("plain-page")));
});

test("a highest tenth at the survey's cap is at least that, also where the page says “more than”", () => {
  expect(wages(read("capped-table-cell")).filter((wage) => wage.startsWith("p90"))).toEqual([
    "p90 year 239200 at-least 2024-05 Airline pilots, copilots, and flight engineers",
    "p90 year 239200 at-least 2024-05 Commercial pilots",
  ]);
});

test("a change that differs from target less base is kept as the publisher states it", () => {
  expect(projections(read("capped-table-cell"))[0]).toEqual([
    null,
    155_400,
    162_200,
    6_700,
    4,
    18_200,
    "As fast as average",
  ]);
});

test("a tiny occupation can decline by a percent without losing a job", () => {
  expect(projections(read("tiny-occupation"))).toEqual([[null, 6_700, 6_700, 0, -1, 1_200, "Decline"]]);
});

test("a page whose prose speaks of hourly wages only has the annual median of its quick facts", () => {
  expect(wages(read("tiny-occupation")).slice(0, 4)).toEqual([
    "median year 89990 exact 2024-05",
    "median hour 43.26 exact 2024-05",
    "p10 hour 18.27 exact 2024-05",
    "p90 hour 59.8 exact 2024-05",
  ]);
});

test("a SOC title that differs from the page's title is the title of the code, not of the page", () => {
  const titles = rowsOf(read("stray-text").facts, "occupation").map(({ title }) => title);
  expect(titles).toEqual([
    "Mining and Geological Engineers",
    "Mining and geological engineers, including mining safety engineers",
    "Mining and Geological Engineers, Including Mining Safety Engineers",
  ]);
});

describe("the sample's pages", () => {
  test("registered nurses: jobs in millions are a check, the quick facts have the number", () => {
    const reading = sample("registered-nurses");
    expect(jobs(reading)).toEqual(["all 3391000"]);
    expect(wages(reading).slice(0, 4)).toEqual([
      "median year 93600 exact 2024-05",
      "median hour 45 exact 2024-05",
      "p10 year 66030 exact 2024-05",
      "p90 year 135320 exact 2024-05",
    ]);
  });

  test("software developers: the jobs of a group are what the page says, in millions where it does", () => {
    expect(jobs(sample("software-developers"))).toEqual([
      "all 1895500",
      "Software developers 1700000",
      "Software quality assurance analysts and testers 201700",
    ]);
  });

  test("postsecondary teachers: one projection for each of 36 rows, 35 of them with a code", () => {
    const reading = sample("postsecondary-teachers");
    expect(rowsOf(reading.facts, "projection")).toHaveLength(36);
    expect(covered(reading).filter((id) => id.startsWith("us-soc-2018/"))).toHaveLength(35);
  });

  test("physicians: 17 detailed occupations with jobs and means", () => {
    const reading = sample("physicians-and-surgeons");
    expect(jobs(reading)).toHaveLength(18);
    expect(rowsOf(reading.facts, "wage").filter(({ statistic }) => statistic === "mean")).toHaveLength(17);
  });

  test("kindergarten teachers: an annual wage and no hourly one", () => {
    const reading = sample("kindergarten-and-elementary-school-teachers");
    expect(new Set(rowsOf(reading.facts, "wage").map(({ period }) => period))).toEqual(new Set(["year"]));
  });

  test("military careers: the summary is the page's description", () => {
    const [profile] = rowsOf(sample("military-careers").facts, "occupation");
    expect(profile?.summary).not.toBeNull();
  });

  test("the index gives names for the sample's profiles", () => {
    const names = rowsOf(sample("a-z-index").facts, "occupation_name");
    expect(names.length).toBeGreaterThan(20);
    expect(names.every(({ kind }) => kind === "index")).toBe(true);
  });
});
