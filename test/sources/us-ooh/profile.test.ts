import { describe, expect, test } from "vitest";
import { DocumentError } from "../../../sources/reading/document-error.ts";
import type { ProfileExtract } from "../../../sources/us-ooh/profile-extract.ts";
import { type Change, changed, readingOf, refusalOf, writtenCase } from "./cases.ts";

function read(...changes: Change[]) {
  const { extract, remarks } = readingOf(changed("plain-page", ...changes));
  return { extract: extract as ProfileExtract, remarks };
}

const similarRow =
  '<td headers="similar-occupations-0-1"><strong><a href="/ooh/architecture-and-engineering/architects.htm">    Architects</a></strong></td>';

const DUTIES = `<p>Landscape architects typically do the following:</p>
<ul>
<li>Walk the site and note slopes, soil, and water</li>
<li>Draw plans to scale</li>
<li>Choose trees that will last</li>
</ul>`;

describe("a page is refused", () => {
  test.each<[string, Change, string, string, string]>([
    ["without a title", ["<h1>    Landscape Architects</h1>", ""], "h1", "one element", "0"],
    ["with two titles that differ", ["</h1>", "</h1><h1>Architects</h1>"], "h1", "one element", "2"],
    [
      "without its date",
      ['<meta name="date" content="2025-08-28">', ""],
      'html > head meta[name="date"]',
      "one element",
      "0",
    ],
    [
      "with a date of another form",
      ['content="2025-08-28"', 'content="08/28/2025"'],
      "html > head > meta:nth-of-type(3)",
      "a date",
      "“08/28/2025”",
    ],
    ["without its tabs", ['<div id="panes">', "<div>"], "#panes", "one element", "0"],
    [
      "without one of its tabs",
      ['<article aria-labelledby="pay">', "<article>"],
      "#panes",
      "one article labelled “pay”",
      "0",
    ],
    [
      "with one of its tabs twice",
      ['<div id="tab-8">', '<article aria-labelledby="pay"></article><div id="tab-8">'],
      "#panes",
      "one article labelled “pay”",
      "2",
    ],
    [
      "without quick facts on a page with a Summary",
      ['id="quickfacts"', 'id="facts"'],
      "#tab-1 > article #quickfacts",
      "one element",
      "0",
    ],
    [
      "without projections on a page with a Summary",
      ['id="outlook-table"', 'id="table"'],
      "#panes #outlook-table",
      "one element",
      "0",
    ],
    [
      "without similar occupations on a page with a Summary",
      ['id="similar-occupations"', 'id="similar"'],
      "#panes #similar-occupations",
      "one element",
      "0",
    ],
    [
      "with text in a tab before its first heading",
      ['<h2 id="pay">', '<p>Early.</p><h2 id="pay">'],
      "#tab-5 > article",
      "the heading of the tab “pay” and text below it",
      "“Early. Pay About this section Landscape Architects Median annual wages, May 2024 Architects, surveyors, and cartographers $82,990 Landscape architects $79,66…”",
    ],
    [
      "with a tab whose heading is of a lower level",
      ['<h2 id="more-information">', '</h2><h3 id="more-information">'],
      "#tab-9 > article",
      "the heading of the tab “more-information” and text below it",
      "“Contacts for More Information About this section Schools are listed by the American Society of Landscape Architects. O*NET Landscape Architects”",
    ],
    [
      "with a tab that says nothing",
      [
        '<article aria-labelledby="more-information">',
        '<article aria-labelledby="more-information"><h2>More</h2></article><article>',
      ],
      "#tab-9 > article:nth-of-type(1)",
      "the heading of the tab “more-information” and text below it",
      "“More”",
    ],
    ["without duties", [DUTIES, ""], "#panes", "a list of duties", "none"],
    [
      "without important qualities",
      ["<h3>Important Qualities</h3>", "<h3>Advancement</h3>"],
      "#panes",
      "important qualities by name",
      "none",
    ],
    [
      "with the traces of a Summary that is not labelled",
      ['<article aria-labelledby="Summary">', "<article>"],
      "#panes",
      "one article labelled “Summary”",
      "0",
    ],
    [
      "whose projections table has no caption",
      ["    Employment projections data for     landscape architects, 2024–34", ""],
      "#outlook-table",
      "a caption",
      "none",
    ],
    [
      "whose projections table has no rows",
      ["</tfoot>\n<tbody>", "</tfoot>\n<tfoot>"],
      "#outlook-table",
      "a row for each occupation",
      "none",
    ],
    [
      "where an open paragraph swallows the cells after it",
      ["<p>Build roads and dams.</p></td>", "<p>Build roads and dams."],
      "#similar-occupations",
      "18 rows and cells side by side",
      "2 of them inside others",
    ],
    [
      "whose citation ends otherwise",
      [" (visited <em>February 02, 2026</em>).", "."],
      "html > body > div:nth-of-type(2) > p",
      "a citation that ends in “(visited …).”",
      "“Bureau of Labor Statistics, U.S. Department of Labor, Occupational Outlook Handbook, Landscape Architects, at https://www.bls.gov/ooh/architecture-and-engine…”",
    ],
  ])("%s", (_, change, at, expected, found) => {
    expect(refusalOf(changed("plain-page", change))).toMatchObject({ locator: at, expected, found });
  });
});

describe("the quick facts are rows of a label and a value", () => {
  test.each<[string, Change]>([
    [
      "a label that is no header",
      ['<th id="quickfacts-5-0" headers="quickfacts-0-0" role="rowheader" scope="row">', "<td>"],
    ],
    ["a row without a value", ['<td headers="quickfacts-5-0 quickfacts-0-0">    21,800</td>', ""]],
    [
      "a row of three cells",
      ['<td headers="quickfacts-5-0 quickfacts-0-0">    21,800</td>', "<td>21,800</td><td>x</td>"],
    ],
    [
      "a value that is a header",
      ['<td headers="quickfacts-5-0 quickfacts-0-0">    21,800</td>', "<th>21,800</th>"],
    ],
  ])("%s is refused", (_, change) => {
    expect(refusalOf(changed("plain-page", change))).toMatchObject({
      locator: "#quickfacts > tbody > tr:nth-of-type(5)",
      expected: "a header cell with the label and a data cell with the value",
    });
  });
});

describe("the projections table", () => {
  test("is found by its headers, wherever the columns stand", () => {
    const { extract } = readingOf(
      changed(
        "plain-page",
        [
          '<th rowspan="2" id="table1-0-1" scope="col">    SOC Code</th>\n<th rowspan="2" id="table1-0-2" scope="col">    Employment, 2024</th>',
          '<th rowspan="2">Employment, 2024</th>\n<th rowspan="2">SOC Code</th>',
        ],
        [
          '<td headers="table1-0-1">17-1012</td>\n<td headers="table1-0-2">21,800</td>',
          "<td>21,800</td><td>17-1012</td>",
        ],
      ),
    );
    expect((extract as ProfileExtract).projections?.rows[0]).toMatchObject({
      code: "17-1012",
      base: "21,800",
    });
  });

  test("without one of its columns is refused, with the columns that there are", () => {
    expect(refusalOf(changed("plain-page", ["    SOC Code</th>", "    Code</th>"]))).toMatchObject({
      locator: "#outlook-table",
      expected: "one column headed ^SOC Code$",
      found:
        "Occupational Title | Code | Employment, 2024 | Projected Employment, 2034 | Change, 2024–34 Percent | Change, 2024–34 Numeric | Employment by Industry | Employment by Industry",
    });
  });

  test("with a column twice is refused", () => {
    expect(
      refusalOf(changed("plain-page", ["    SOC Code</th>", "    Employment, 2024</th>"])).found,
    ).toContain("Employment, 2024 | Employment, 2024");
  });

  test("with an empty cell is refused", () => {
    expect(
      refusalOf(
        changed("plain-page", ['<td headers="table1-0-3">22,600</td>', '<td headers="table1-0-3"></td>']),
      ),
    ).toMatchObject({
      locator: "#outlook-table > tbody > tr",
      expected: "a value under “Projected Employment, 2034”",
      found: "nothing",
    });
  });

  test("with a cell that says it belongs to another column is refused", () => {
    expect(
      refusalOf(changed("plain-page", ['<td headers="table1-0-3">', '<td data-label="Employment, 2024">'])),
    ).toMatchObject({
      locator: "#outlook-table > tbody > tr > td:nth-of-type(3)",
      expected: "a cell of “Projected Employment, 2034”",
      found: "one that is labelled “employment 2024”",
    });
  });

  test("with a cell that says it belongs to its column is read", () => {
    const { extract } = read(['<td headers="table1-0-3">', '<td data-label="Projected  Employment - 2034">']);
    expect(extract.projections?.rows[0]?.target).toBe("22,600");
  });

  test("keeps its footer out of its rows", () => {
    expect(read().extract.projections?.rows).toHaveLength(1);
  });
});

describe("charts", () => {
  test("are bars with a label and a value, under a caption; the legend is left out", () => {
    expect(read().extract.charts).toEqual([
      {
        tab: "pay",
        caption: "Median annual wages, May 2024",
        at: "#tab-5 > article > div > div > p:nth-of-type(1)",
        bars: [
          {
            label: "Architects, surveyors, and cartographers",
            value: "$82,990",
            at: expect.stringMatching(/dt:nth-of-type\(1\)$/),
          },
          {
            label: "Landscape architects",
            value: "$79,660",
            at: expect.stringMatching(/dt:nth-of-type\(2\)$/),
          },
          {
            label: "Total, all occupations",
            value: "$49,500",
            at: expect.stringMatching(/dt:nth-of-type\(3\)$/),
          },
        ],
      },
      expect.objectContaining({
        tab: "job-outlook",
        caption: "Percent change in employment, projected 2024–34",
        at: "#tab-6 > article > div > div > p:nth-of-type(1)",
      }),
    ]);
  });
});

describe("similar occupations", () => {
  test("are read with their absolute address, education and pay", () => {
    expect(
      read().extract.similar.map(({ title, url, education, pay }) => [title, url, education, pay]),
    ).toEqual([
      [
        "Architects",
        "https://www.bls.gov/ooh/architecture-and-engineering/architects.htm",
        "Bachelor's degree",
        "$96,690",
      ],
      [
        "Civil Engineers",
        "https://www.bls.gov/ooh/architecture-and-engineering/civil-engineers.htm",
        "Bachelor's degree",
        "$99,590",
      ],
    ]);
  });

  test("without a link are refused", () => {
    expect(
      refusalOf(changed("plain-page", [similarRow, '<td headers="similar-occupations-0-1">Architects</td>'])),
    ).toMatchObject({
      locator: "#similar-occupations > tbody > tr:nth-of-type(1) > td:nth-of-type(2) a[href]",
      expected: "one element",
    });
  });

  test("whose link is a script are refused", () => {
    const script = similarRow.replace(
      "/ooh/architecture-and-engineering/architects.htm",
      "javascript:void(0)",
    );
    expect(refusalOf(changed("plain-page", [similarRow, script])).expected).toBe("the address of a profile");
  });

  test.each(["#", ""])("whose link leads to the page itself (“%s”) are refused", (href) => {
    const self = similarRow.replace("/ooh/architecture-and-engineering/architects.htm", href);
    expect(refusalOf(changed("plain-page", [similarRow, self])).expected).toBe(
      "the address of another profile",
    );
  });

  test("with a part of the page in a cell are refused", () => {
    const box = similarRow.replace("</td>", "<div><h3>News</h3><p>Of this year.</p></div></td>");
    expect(refusalOf(changed("plain-page", [similarRow, box]))).toMatchObject({
      expected: "cells with words and figures",
      found: "a part of the page with its heading",
    });
  });
});

test("the citation is kept without the date of the visit", () => {
  expect(read().extract.citation.text).toBe(
    "Bureau of Labor Statistics, U.S. Department of Labor, Occupational Outlook Handbook, Landscape Architects, at https://www.bls.gov/ooh/architecture-and-engineering/landscape-architects.htm",
  );
});

test("dates of the page that differ are remarked on", () => {
  expect(read(["Thursday, August 28, 2025", "Friday, August 29, 2025"]).remarks).toEqual([
    {
      rule: "page-dates-differ",
      locator: "html > body > p",
      message: "“Friday, August 29, 2025” is not 2025-08-28.",
    },
  ]);
});

test("a title that stands twice word for word is read once, and remarked on", () => {
  const { remarks, extract } = read(["</h1>", "</h1><h1> Landscape Architects</h1>"]);
  expect(extract.title).toEqual({ text: "Landscape Architects", at: "html > body > h1:nth-of-type(1)" });
  expect(remarks).toEqual([
    {
      rule: "repeated-element",
      locator: "html > body > h1:nth-of-type(2)",
      message: "h1 stands 2 times with the same words; the first is read.",
    },
  ]);
});

test("a link under the heading O*NET that leads elsewhere is no O*NET code", () => {
  const link =
    '<p><a class="external" href="https://www.onetonline.org/link/summary/17-1012.00">Landscape Architects</a></p>';
  const { extract } = read([link, `${link}<p><a href="https://www.bls.gov/">BLS</a></p>`]);
  expect(extract.onet.map(({ title, url }) => [title, url])).toEqual([
    ["Landscape Architects", "https://www.onetonline.org/link/summary/17-1012.00"],
  ]);
});

test("an O*NET link without a code is remarked on, and covers nothing", () => {
  const { remarks, facts } = readingOf(changed("plain-page", ["/link/summary/17-1012.00", "/find/all"]));
  expect(remarks).toEqual([
    expect.objectContaining({
      rule: "onet-link-without-code",
      message:
        "“Landscape Architects” leads to https://www.onetonline.org/find/all, which names no O*NET-SOC code.",
    }),
  ]);
  expect(facts.filter(({ table, row }) => table === "occupation" && row.scheme === "onet-soc")).toEqual([]);
});

test.each(["tab-1", "quickfacts", "center-content", "outlook-table", "state-area-data"])(
  "a page without a Summary that has #%s has lost the rest, and is refused",
  (id) => {
    const trace: Change = ['<div id="tab-9">', `<div id="${id}"></div><div id="tab-9">`];
    expect(refusalOf(changed("no-quick-facts", trace))).toMatchObject({
      locator: "#panes",
      expected: "one article labelled “Summary”",
      found: "0",
    });
  },
);

test("words in a list without items are prose, not duties", () => {
  const { facts } = readingOf(changed("plain-page", ["<h3>Duties</h3>", "<ul>Text</ul><h3>Duties</h3>"]));
  expect(facts.filter(({ table }) => table === "duty")).toHaveLength(3);
  const tab = facts.find(({ table, row }) => table === "section" && row.topic === "what-they-do");
  expect(tab?.table === "section" ? tab.row.text : "").toMatch(/\n\n- Text$/);
});

test("a Summary that stands twice is refused", () => {
  const second = '<article aria-labelledby="Summary"><p>Another</p></article><div id="tab-8">';
  expect(refusalOf(changed("plain-page", ['<div id="tab-8">', second])).found).toBe("2");
});

describe("a page that is broken is refused, and never ends the run", () => {
  const TITLE = '<a href="/ooh/architecture-and-engineering/architects.htm">    Architects</a>';

  test.each<[string, Change]>([
    [
      "a projections table without a caption",
      ["    Employment projections data for     landscape architects, 2024–34", ""],
    ],
    ["a quick fact without a label", ["    Number of Jobs, 2024</a>", "</a>"]],
    ["a similar occupation without a title", [TITLE, TITLE.replace("    Architects", "")]],
    ["a projections table without rows", ["</tfoot>\n<tbody>", "</tfoot>\n<tfoot>"]],
  ])("%s", (_, change) => {
    expect(refusalOf(changed("plain-page", change)).url).not.toBe("");
  });

  test("whichever tag or text it lacks", () => {
    const { document } = writtenCase("plain-page");
    const html = Buffer.from(document.body).toString("utf8");
    const pieces = [...html.matchAll(/<[^>]+>|[^<>]*\S[^<>]*/g)].filter((_, index) => index % 3 === 0);
    const crashes = pieces.filter(({ 0: piece, index }) => {
      const body = Buffer.from(html.slice(0, index) + html.slice(index + piece.length));
      try {
        readingOf({ ...document, body });
        return false;
      } catch (error) {
        return !(error instanceof DocumentError);
      }
    });
    expect(crashes.map(([piece]) => piece)).toEqual([]);
  });
});
