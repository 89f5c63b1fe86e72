import { describe, expect, test } from "vitest";
import { type Change, changed, readingOf, refusalOf } from "../../sources/us-ooh/cases.ts";

type Refusal = readonly [
  fact: string,
  changes: readonly Change[],
  at: string,
  expected: RegExp,
  found: string,
];

const PAY_ROW = "#quickfacts > tbody > tr:nth-of-type(1)";
const PAY_PROSE = "#tab-5 > article > p:nth-of-type(1)";
const OUTLOOK_ROW = "#outlook-table > tbody > tr";

const share = (rank: number) => `#tab-3 > article > table > tbody > tr:nth-of-type(${rank})`;
const industry = (rank: number) => `#tab-5 > article > table > tbody > tr:nth-of-type(${rank})`;
const cell = (value: string) => `<td style="text-align:right;">${value}</td>`;
const projected = (header: string, value: string) => `headers="${header}">${value}</td>`;

const SENTENCE = "The median annual wage for landscape architects was $79,660 in May 2024.";

const CHART_OF_GROWTH =
  'Landscape architects </span></dt><dd style="height: 5em;"><div class="value"><p class="positive"><span> 3% <';

const BY_INDUSTRY =
  "In May 2024, the median annual wages for fishing and hunting workers in the top industries in which they worked were as follows:";

const GROWTH =
  "“Employment of landscape architects is projected to grow 3 percent from 2024 to 2034, about as fast as the average for all occupations.”";

describe.each<readonly [string, string, readonly Refusal[]]>([
  [
    "the median wage",
    "plain-page",
    [
      [
        "of the Pay tab is of the year of the quick facts",
        [[`\n${SENTENCE}\n`, `\n${SENTENCE.replace("2024", "2023")}\n`]],
        PAY_PROSE,
        /a wage of 2024, the year of “2024 Median Pay”/,
        `“${SENTENCE.replace("2024", "2023")}”`,
      ],
      [
        "is of the same month wherever it is told",
        [[`\n${SENTENCE}\n`, `\n${SENTENCE.replace("May", "November")}\n`]],
        "#tab-5 > article > div > div > p:nth-of-type(1)",
        /November 2024, as elsewhere on the page/,
        "“May 2024”",
      ],
      [
        "of the Pay tab is that of the quick facts",
        [[`\n${SENTENCE}\n`, `\n${SENTENCE.replace("79,660", "79,670")}\n`]],
        PAY_PROSE,
        /^the median of the quick facts, “\$79,660 per year \$38.30 per hour”$/,
        `“${SENTENCE.replace("79,660", "79,670")}”`,
      ],
      [
        "of the Summary is that of the quick facts",
        [[`<p>${SENTENCE}</p>`, `<p>${SENTENCE.replace("79,660", "79,670")}</p>`]],
        "#center-content > p:nth-of-type(4)",
        /^the median of the quick facts/,
        `“${SENTENCE.replace("79,660", "79,670")}”`,
      ],
      [
        "by the hour in prose is that of the quick facts by the hour",
        [
          [
            `<p>${SENTENCE}</p>`,
            "<p>The median hourly wage for landscape architects was $38.31 in May 2024.</p>",
          ],
        ],
        "#center-content > p:nth-of-type(4)",
        /^the median of the quick facts/,
        "“The median hourly wage for landscape architects was $38.31 in May 2024.”",
      ],
      [
        "of the chart is that of the quick facts",
        [["> $79,660 <", "> $79,600 <"]],
        "#tab-5 > article > div > div > dl > dt:nth-of-type(2)",
        /^a median of 79660$/,
        "“Landscape architects $79,600”",
      ],
      [
        "by the hour is that by the year divided by 2,080",
        [["$38.30     per hour", "$38.33     per hour"]],
        PAY_ROW,
        /^an hourly wage that is the yearly one divided by 2,080$/,
        "“$79,660 per year $38.33 per hour”",
      ],
      [
        "is one that the quick facts have, where prose states one of the same year",
        [["$79,660     per year\n<br>$38.30     per hour", ""]],
        "#center-content > p:nth-of-type(4)",
        /^the median of the quick facts, “”$/,
        `“${SENTENCE}”`,
      ],
      [
        "lies between the lowest and the highest tenth",
        [["less than $51,990", "less than $81,990"]],
        PAY_PROSE,
        /^amounts below and above the median of 79660$/,
        "“The lowest 10 percent earned less than $81,990, and the highest 10 percent earned more than $132,250.”",
      ],
      [
        "is of the order of the lowest tenth: a lost digit is refused",
        [["less than $51,990", "less than $5,199"]],
        PAY_PROSE,
        /^amounts of the same order as the median of 79660$/,
        "“The lowest 10 percent earned less than $5,199, and the highest 10 percent earned more than $132,250.”",
      ],
      [
        "is of the order of the highest tenth: a shifted decimal point is refused",
        [["more than $132,250", "more than $1,322,500"]],
        PAY_PROSE,
        /^amounts of the same order as the median of 79660$/,
        "“The lowest 10 percent earned less than $51,990, and the highest 10 percent earned more than $1,322,500.”",
      ],
      [
        "is stated by a sentence of the Pay tab",
        [[`\n${SENTENCE}\n`, "\n"]],
        "#tab-5",
        /^the sentence “The median … wage for … was …”$/,
        "nothing",
      ],
      [
        "is of a month that there is",
        [[`\n${SENTENCE}\n`, `\n${SENTENCE.replace("May", "Mai")}\n`]],
        PAY_PROSE,
        /^a month and a year$/,
        `“${SENTENCE.replace("May", "Mai")}”`,
      ],
    ],
  ],
  [
    "wages by industry",
    "plain-page",
    [
      [
        "have a dollar sign on the first row",
        [[cell("$103,780"), cell("103,780")]],
        industry(1),
        /^a dollar sign on the first row, and there only$/,
        "“Government, excluding state and local education and hospitals 103,780”",
      ],
      [
        "have no dollar sign on another row",
        [[cell("66,930"), cell("$66,930")]],
        industry(3),
        /^a dollar sign on the first row, and there only$/,
        "“Construction $66,930”",
      ],
      [
        "fall from row to row",
        [[cell("66,930"), cell("86,930")]],
        industry(3),
        /^an amount no larger than the 81180 above it$/,
        "“Construction 86,930”",
      ],
      [
        "do not fall by orders of magnitude",
        [[cell("64,270"), cell("6,427")]],
        industry(4),
        /^an amount of the same order as the 66930 above it$/,
        "“Retail trade 6,427”",
      ],
      [
        "are amounts",
        [[cell("64,270"), cell("6,42,70")]],
        industry(4),
        /^an amount in dollars$/,
        "“Retail trade 6,42,70”",
      ],
      [
        "are of industries among the largest employers",
        [[`<td>Retail trade</td>\n${cell("64,270")}`, `<td>Retail</td>\n${cell("64,270")}`]],
        industry(4),
        /^an industry of the list of largest employers \(Architectural, .+ \| .+ \| Construction \| Retail trade\)$/,
        "“Retail 64,270”",
      ],
      [
        "are at most six times the median of all",
        [[cell("$103,780"), cell("$603,780")]],
        industry(1),
        /^an amount of the same order as the median of 79660$/,
        "“Government, excluding state and local education and hospitals $603,780”",
      ],
      [
        "are at least a sixth of the median of all",
        [[cell("64,270"), cell("13,270")]],
        industry(4),
        /^an amount of the same order as the median of 79660$/,
        "“Retail trade 13,270”",
      ],
    ],
  ],
  [
    "employer shares",
    "plain-page",
    [
      [
        "have a percent sign on the first row",
        [[cell("52%"), cell("52")]],
        share(1),
        /^a percent sign on the first row, and there only$/,
        "“Architectural, engineering, and related services 52”",
      ],
      [
        "have no percent sign on another row",
        [[cell("8"), cell("8%")]],
        share(2),
        /^a percent sign on the first row, and there only$/,
        "“Government, excluding state and local education and hospitals 8%”",
      ],
      [
        "fall from row to row",
        [[cell("2"), cell("9")]],
        share(3),
        /^a share no larger than the 8 percent above it$/,
        "“Construction 9”",
      ],
      [
        "sum to 100 percent at most, but for rounding",
        [[cell("8"), cell("51")]],
        share(2),
        /^shares that sum to 100 percent at most$/,
        "“Government, excluding state and local education and hospitals 51”",
      ],
      [
        "are no more than 100 percent each",
        [[cell("52%"), cell("152%")]],
        share(1),
        /^a share no larger than the 100 percent above it$/,
        "“Architectural, engineering, and related services 152%”",
      ],
      ["are whole percents", [[cell("1"), cell("0.5")]], share(4), /^a whole percent$/, "“Retail trade 0.5”"],
      ["are there on each row", [[cell("1"), cell("")]], share(4), /^a whole percent$/, "“Retail trade”"],
    ],
  ],
  [
    "the number of jobs",
    "plain-page",
    [
      [
        "of the prose is that of the quick facts",
        [["held about 21,800 jobs", "held about 21,900 jobs"]],
        "#tab-3 > article > p:nth-of-type(1)",
        /^about 21800 jobs in 2024, as the quick facts say$/,
        "“Landscape architects held about 21,900 jobs in 2024.”",
      ],
      [
        "of the prose is of the year of the quick facts",
        [["held about 21,800 jobs in 2024", "held about 21,800 jobs in 2023"]],
        "#tab-3 > article > p:nth-of-type(1)",
        /^about 21800 jobs in 2024, as the quick facts say$/,
        "“Landscape architects held about 21,800 jobs in 2023.”",
      ],
      [
        "is stated in the prose",
        [["held about 21,800 jobs", "had some 21,800 jobs"]],
        "#tab-3",
        /^the sentence “… held about … jobs in …”$/,
        "nothing",
      ],
      [
        "of the quick facts is that of one row of the projections table",
        [[projected("table1-0-2", "21,800"), projected("table1-0-2", "21,900")]],
        "#outlook-table",
        /^one row with the 21,800 jobs of the quick facts$/,
        "“Landscape architects: 21,900”",
      ],
    ],
  ],
  [
    "a projection",
    "plain-page",
    [
      [
        "has the percent of the quick facts",
        [
          [projected("table1-0-4 table1-1-0", "3"), projected("table1-0-4 table1-1-0", "4")],
          [CHART_OF_GROWTH, CHART_OF_GROWTH.replace("3%", "4%")],
        ],
        OUTLOOK_ROW,
        /^3 percent and 800 jobs, as the quick facts say$/,
        "“Landscape architects 17-1012 21,800 22,600 4 800”",
      ],
      [
        "has the change of the quick facts",
        [[projected("table1-0-4 table1-1-1", "800"), projected("table1-0-4 table1-1-1", "900")]],
        OUTLOOK_ROW,
        /^3 percent and 800 jobs, as the quick facts say$/,
        "“Landscape architects 17-1012 21,800 22,600 3 900”",
      ],
      [
        "changes by as many jobs as are stated",
        [[projected("table1-0-3", "22,600"), projected("table1-0-3", "26,200")]],
        OUTLOOK_ROW,
        /^employment that changes by as much as is stated$/,
        "“Landscape architects 17-1012 21,800 26,200 3 800”",
      ],
      [
        "changes by a percent that agrees with the jobs",
        [
          [projected("table1-0-4 table1-1-0", "3"), projected("table1-0-4 table1-1-0", "30")],
          ["3% (As fast as average)", "30% (As fast as average)"],
          ["grow    3 percent", "grow 30 percent"],
          ["grow 3 percent", "grow 30 percent"],
          [CHART_OF_GROWTH, CHART_OF_GROWTH.replace("3%", "30%")],
        ],
        OUTLOOK_ROW,
        /^a percent that agrees with the numbers$/,
        "“Landscape architects 17-1012 21,800 22,600 30 800”",
      ],
      [
        "is of the years of the quick facts",
        [["Projected Employment, 2034", "Projected Employment, 2033"]],
        "#outlook-table",
        /^the years 2024 and 2034 of the quick facts$/,
        "“Employment projections data for landscape architects, 2024–34 | Employment, 2024 | Projected Employment, 2033 | Change, 2024–34 Percent”",
      ],
      [
        "is about a SOC code, or about the whole of several",
        [[projected("table1-0-1", "17-1012"), projected("table1-0-1", "17 1012")]],
        OUTLOOK_ROW,
        /^a SOC code, or “—”$/,
        "“17 1012”",
      ],
      [
        "is a number of jobs",
        [[projected("table1-0-3", "22,600"), projected("table1-0-3", "22.6")]],
        OUTLOOK_ROW,
        /^a number of jobs$/,
        "“22.6”",
      ],
    ],
  ],
  [
    "the quick facts",
    "plain-page",
    [
      [
        "name the same years in both of their projections",
        [["    Employment Change, 2024–34", "    Employment Change, 2023–33"]],
        "#quickfacts > tbody > tr:nth-of-type(7)",
        /^the years 2024–34$/,
        "“Employment Change, 2023–33”",
      ],
      [
        "word the outlook as the publisher does",
        [["3% (As fast as average)", "3% (As fast as the average)"]],
        "#quickfacts > tbody > tr:nth-of-type(6)",
        /^a percent and the publisher's words for it$/,
        "“3% (As fast as the average)”",
      ],
      [
        "have a median wage in a known wording",
        [["$79,660     per year\n<br>", "$79,660     a year\n<br>"]],
        PAY_ROW,
        /^a median wage$/,
        "“$79,660 a year $38.30 per hour”",
      ],
      [
        "have each of their seven labels",
        [["    Typical Entry-Level Education</a>", "    Education</a>"]],
        "#quickfacts",
        /^one quick fact labelled \^Typical Entry-Level Education\$$/,
        "“2024 Median Pay | Education | Work Experience in a Related Occupation | On-the-job Training | Number of Jobs, 2024 | Job Outlook, 2024–34 | Employment Change…”",
      ],
      [
        "have each of them once",
        [["    On-the-job Training</a>", "    Number of Jobs, 2024</a>"]],
        "#quickfacts",
        /^one quick fact labelled/,
        "“2024 Median Pay | Typical Entry-Level Education | Work Experience in a Related Occupation | Number of Jobs, 2024 | Number of Jobs, 2024 | Job Outlook, 2024–3…”",
      ],
    ],
  ],
  [
    "growth and openings in prose",
    "plain-page",
    [
      [
        "grow by the percent of the quick facts, in the Summary",
        [["grow    3 percent", "grow 4 percent"]],
        "#center-content > p:nth-of-type(5)",
        /^a growth of 3 percent from 2024 to 2034$/,
        GROWTH.replace("grow 3", "grow 4"),
      ],
      [
        "grow by the percent of the quick facts, in the Job Outlook tab",
        [["grow 3 percent", "grow 4 percent"]],
        "#tab-6 > article > p:nth-of-type(1)",
        /^a growth of 3 percent from 2024 to 2034$/,
        GROWTH.replace("grow 3", "grow 4"),
      ],
      [
        "do not decline where the quick facts grow",
        [["grow 3 percent", "decline 3 percent"]],
        "#tab-6 > article > p:nth-of-type(1)",
        /^a growth of 3 percent from 2024 to 2034$/,
        GROWTH.replace("grow 3", "decline 3"),
      ],
      [
        "do not stand still where the quick facts grow",
        [["grow 3 percent", "show little or no change"]],
        "#tab-6 > article > p:nth-of-type(1)",
        /^a growth of 3 percent from 2024 to 2034$/,
        GROWTH.replace("grow 3 percent", "show little or no change"),
      ],
      [
        "are of the years of the quick facts",
        [["grow 3 percent from 2024 to 2034", "grow 3 percent from 2023 to 2033"]],
        "#tab-6 > article > p:nth-of-type(1)",
        /^a growth of 3 percent from 2024 to 2034$/,
        GROWTH.replace("2024 to 2034", "2023 to 2033"),
      ],
      [
        "state as many openings in the Summary as in the Job Outlook tab",
        [["About 1,700 openings", "About 1,800 openings"]],
        "#center-content > p:nth-of-type(6)",
        /^1,700 openings, as #tab-6 > article > p:nth-of-type\(2\) says$/,
        "“About 1,800 openings for landscape architects are projected each year, on average, over the decade.”",
      ],
      [
        "state the openings",
        [
          ["About 1,700 openings for", "Some 1,700 posts for"],
          ["About  1,700 openings for", "Some 1,700 posts for"],
        ],
        "#tab-6",
        /^the sentence “About … openings for … are projected each year …”$/,
        "nothing",
      ],
    ],
  ],
  [
    "the figures of a part of the occupation",
    "two-employer-groups",
    [
      [
        "are the jobs that the projections table states",
        [["held about 387,300 jobs", "held about 387,400 jobs"]],
        "#tab-3 > article > p:nth-of-type(1)",
        /^387,300 jobs, as the projections table says$/,
        "“Bus drivers, school held about 387,400 jobs in 2024.”",
      ],
      [
        "have a year: that in which their jobs were counted",
        [["Bus drivers, school held about 387,300 jobs in 2024. ", ""]],
        "#tab-3",
        /^a sentence that tells how many jobs they held, and when$/,
        "“Bus drivers, school”",
      ],
      [
        "are the whole's in one place: its median in the chart is that of the quick facts",
        [["> $48,370 <", "> $47,040 <"]],
        "#tab-5 > article > div > div > dl > dt:nth-of-type(2)",
        /^a median of 48370$/,
        "“Bus drivers $47,040”",
      ],
      [
        "are wages of the order of their own median, not of the whole's",
        [[cell("46,680"), cell("9,570")]],
        "#tab-5 > article > table:nth-of-type(2) > tbody > tr:nth-of-type(3)",
        /^an amount of the same order as the median of 57440$/,
        "“Charter bus industry 9,570”",
      ],
      [
        "are current medians, beside which the whole's cannot be blank",
        [["$48,370     per year\n<br>$23.26     per hour", ""]],
        PAY_ROW,
        /^a median wage, for the page says: The median annual wage for bus drivers, school was \$47,040 in May 2024\.$/,
        "“2024 Median Pay”",
      ],
      [
        "are of a part that the page knows",
        [["The largest employers of bus drivers, school were", "The largest employers of night owls were"]],
        "#tab-3 > article > p:nth-of-type(1)",
        /^the name of the occupation, or of a row of its projections table \(Bus Drivers \| Bus drivers \| Bus drivers, school \| Bus drivers, transit and intercity\)$/,
        "“night owls”",
      ],
    ],
  ],
  [
    "the month of the wages",
    "top-coded",
    [
      [
        "stands in the Pay tab",
        [["Median annual wages, May 2024", "Median annual wages, 2024"]],
        PAY_ROW,
        /^a Pay tab that tells the month of the survey$/,
        "“2024 Median Pay”",
      ],
    ],
  ],
  [
    "the year of the chart",
    "annual-only",
    [
      [
        "is that of the quick facts",
        [["Median annual wages, May 2024", "Median annual wages, May 2023"]],
        "#tab-5 > article > div > div > p:nth-of-type(1)",
        /^wages of 2024, the year of “2024 Median Pay”$/,
        "“Median annual wages, May 2023”",
      ],
    ],
  ],
  [
    "a sentence about jobs with a name that the page does not know",
    "plain-page",
    [
      [
        "is refused where its number is not that of the quick facts",
        [["Landscape architects held about 21,800 jobs", "Planners held about 21,900 jobs"]],
        "#tab-3 > article > p:nth-of-type(1)",
        /^the name of the occupation, or of a row of its projections table \(Landscape Architects \| Landscape architects\)$/,
        "“Planners”",
      ],
    ],
  ],
  [
    "jobs of detailed occupations",
    "many-soc-codes",
    [
      [
        "are those of the projections table",
        [[cell("42,900"), cell("42,800")]],
        "#tab-3 > article > table:nth-of-type(1) > tbody > tr:nth-of-type(2)",
        /^42,900 jobs, as the projections table says$/,
        "“Mechanical drafters 42,800”",
      ],
      [
        "are numbers of jobs",
        [[cell("42,900"), cell("22%")]],
        "#tab-3 > article > table:nth-of-type(1) > tbody > tr:nth-of-type(2)",
        /^a number of jobs$/,
        "“Mechanical drafters 22%”",
      ],
      [
        "add up to the jobs of the occupation, but for rounding",
        [[`<tr>\n<td>Mechanical drafters</td>\n${cell("42,900")}\n</tr>`, ""]],
        "#tab-3 > article > table:nth-of-type(1)",
        /^detailed occupations that add up to 192100 jobs$/,
        "“149200”",
      ],
      [
        "are of rows of the projections table",
        [[`<td>Mechanical drafters</td>\n${cell("42,900")}`, `<td>Machine drafters</td>\n${cell("42,900")}`]],
        "#tab-3 > article > table:nth-of-type(1) > tbody > tr:nth-of-type(2)",
        /^the name of the occupation, or of a row of its projections table \(Drafters \| Drafters \| /,
        "“Machine drafters”",
      ],
      [
        "are of parts of the occupation, not of all of it",
        [[`<td>Mechanical drafters</td>\n${cell("42,900")}`, `<td>Drafters</td>\n${cell("42,900")}`]],
        "#tab-3 > article > table:nth-of-type(1) > tbody > tr:nth-of-type(2)",
        /^the name of the occupation, or of a row of its projections table/,
        "“Drafters”",
      ],
    ],
  ],
  [
    "a median that is not published",
    "pay-not-published",
    [
      [
        "has no bar of its own in the chart",
        [["    Total, all occupations ", "    Fishing and hunting workers "]],
        "#tab-5 > article > div > div > dl > dt:nth-of-type(1)",
        /^no median, as the quick facts have none$/,
        "“Fishing and hunting workers $49,500”",
      ],
      [
        "is published nowhere else on the page: a table of current wages says that it is lost",
        [
          [
            "<p>No later wage is known than that of May 2017.</p>",
            `<p>${BY_INDUSTRY}</p><table><tbody><tr><td>Fishing</td>${cell("$30,000")}</tr></tbody></table>`,
          ],
        ],
        PAY_ROW,
        /^a median wage, for the page says: In May 2024, the median annual wages for fishing and hunting workers /,
        "“2024 Median Pay”",
      ],
    ],
  ],
])("%s", (_, name, refusals) => {
  test.each(refusals)("%s", (_fact, changes, at, expected, found) => {
    const refusal = refusalOf(changed(name, ...changes));
    expect(refusal).toMatchObject({ locator: at, expected: expect.stringMatching(expected), found });
  });
});

describe("what agrees within the publisher's rounding is accepted", () => {
  test.each<readonly [string, string, readonly Change[]]>([
    [
      "jobs in millions",
      "plain-page",
      [
        ["held about 21,800 jobs", "held about 1.4 million jobs"],
        ["    21,800</td>", "    1,422,700</td>"],
        [projected("table1-0-2", "21,800"), projected("table1-0-2", "1,422,700")],
        [projected("table1-0-3", "22,600"), projected("table1-0-3", "1,465,400")],
        [projected("table1-0-4 table1-1-1", "800"), projected("table1-0-4 table1-1-1", "42,700")],
        ["    800</td>", "    42,700</td>"],
      ],
    ],
    [
      "a change that differs from target less base by a hundred",
      "plain-page",
      [[projected("table1-0-3", "22,600"), projected("table1-0-3", "22,700")]],
    ],
    ["shares that sum to a little more than 100", "plain-page", [[cell("8"), cell("47")]]],
    [
      "jobs under a shorter name of the occupation",
      "plain-page",
      [["Landscape architects held about 21,800 jobs", "LAs held about 21,800 jobs"]],
    ],
    [
      "the median under a shorter name of the occupation",
      "plain-page",
      [[`\n${SENTENCE}\n`, `\n${SENTENCE.replace("landscape architects", "LAs")}\n`]],
    ],
    [
      "detailed jobs that add up to a little more",
      "many-soc-codes",
      [
        [cell("42,900"), cell("43,000")],
        ["<td>42,900</td>", "<td>43,000</td>"],
      ],
    ],
    ["a wage just above a sixth of the median", "plain-page", [[cell("64,270"), cell("13,280")]]],
    [
      "dollar signs on every row",
      "plain-page",
      ["81,180", "66,930", "64,270"].map((amount) => [cell(amount), cell(`$${amount}`)] as const),
    ],
    [
      "percent signs on every row",
      "plain-page",
      ["8", "2", "1"].map((percent) => [cell(percent), cell(`${percent}%`)] as const),
    ],
    ["equal shares", "plain-page", [[cell("2"), cell("8")]]],
    ["equal amounts", "plain-page", [[cell("66,930"), cell("81,180")]]],
    [
      "no chart at all",
      "plain-page",
      [
        [
          'class="ooh-chart"><div><h3>    Landscape Architects</h3><p>        Median',
          'class="left-out"><div><h3>    Other compensation and benefits</h3><p>        Median',
        ],
      ],
    ],
  ])("%s", (_, name, changes) => {
    expect(readingOf(changed(name, ...changes)).facts.length).toBeGreaterThan(0);
  });
});

describe("a sentence with the signs of a figure is understood, or the page is refused", () => {
  test.each<readonly [string, string, string, string, readonly Change[]]>([
    [
      "about jobs held",
      "held about [",
      "#tab-3 > article > p:nth-of-type(1)",
      "plain-page",
      [["held about 21,800 jobs in 2024.", "held about 21,800 jobs in the year 2024."]],
    ],
    [
      "about jobs of a second group",
      "held about [",
      "#tab-3 > article > p:nth-of-type(2)",
      "capped-table-cell",
      [["held about 55,400 jobs in 2024.", "held about 55,400 jobs at last count."]],
    ],
    [
      "about a median",
      "wage for",
      PAY_PROSE,
      "plain-page",
      [[`\n${SENTENCE}\n`, `\n${SENTENCE.replace("was", "came to")}\n`]],
    ],
    [
      "about the lowest tenth",
      "lowest",
      PAY_PROSE,
      "plain-page",
      [["The lowest 10 percent earned less than", "The lowest 10 percent had less than"]],
    ],
    [
      "about the highest tenth, in the same sentence",
      "lowest",
      PAY_PROSE,
      "plain-page",
      [["the highest 10 percent earned more than", "the highest 10 percent had more than"]],
    ],
    [
      "about the highest tenth, in a sentence of its own",
      "highest",
      PAY_PROSE,
      "plain-page",
      [[", and the highest 10 percent earned more than", ". The highest 10 percent had more than"]],
    ],
    [
      "about openings",
      "openings for",
      "#tab-6 > article > p:nth-of-type(2)",
      "plain-page",
      [["About  1,700 openings", "Some 1,700 openings"]],
    ],
    [
      "about openings, in the Summary",
      "openings for",
      "#center-content > p:nth-of-type(6)",
      "plain-page",
      [["About 1,700 openings", "Some 1,700 openings"]],
    ],
    [
      "about growth",
      "is projected to",
      "#tab-6 > article > p:nth-of-type(1)",
      "plain-page",
      [["grow 3 percent from 2024 to 2034", "grow 3 percent by 2034"]],
    ],
    [
      "about growth, in the Summary",
      "is projected to",
      "#center-content > p:nth-of-type(5)",
      "plain-page",
      [["grow    3 percent from 2024 to 2034", "grow 3 percent by 2034"]],
    ],
  ])("%s", (_, sign, at, name, changes) => {
    const refusal = refusalOf(changed(name, ...changes));
    expect(refusal.locator).toBe(at);
    expect(refusal.expected).toMatch(/^words that are known wherever .+ stands$/);
    expect(refusal.expected).toContain(sign);
  });
});

describe("a page that contradicts itself is refused", () => {
  test.each<readonly [string, string, readonly Change[]]>([
    [
      "where a sentence about the lowest and highest tenth holds a malformed amount",
      "plain-page",
      [["more than $132,250", "more than $132250"]],
    ],
    [
      "where a sentence about the jobs of a group holds a malformed count",
      "capped-table-cell",
      [["held about 55,400 jobs", "held about 55400 jobs"]],
    ],
    [
      "where the median of a group is another in the Summary",
      "two-employer-groups",
      [
        [
          "<p>The median annual wage for bus drivers, school was $47,040",
          "<p>The median annual wage for bus drivers, school was $74,040",
        ],
      ],
    ],
    [
      "where the median of a group is another in the chart",
      "two-employer-groups",
      [["> $57,440 <", "> $75,440 <"]],
    ],
    [
      "where the chart of growth has another percent",
      "plain-page",
      [[CHART_OF_GROWTH, CHART_OF_GROWTH.replace("3%", "9%")]],
    ],
    [
      "where the outlook's words contradict its percent",
      "plain-page",
      [["3% (As fast as average)", "3% (Decline)"]],
    ],
    [
      "where the caption of the projections table names other years",
      "plain-page",
      [["landscape architects, 2024–34</span>", "landscape architects, 2023–33</span>"]],
    ],
    [
      "where a header of the projections table names other years",
      "plain-page",
      [["    Change, 2024–34</th>", "    Change, 2023–33</th>"]],
    ],
    [
      "where prose and chart have a later median than the quick facts",
      "plain-page",
      [["    2024     Median Pay</a>", "    2023     Median Pay</a>"]],
    ],
    [
      "where the jobs are not of the first year of the projection",
      "two-employer-groups",
      [["    Number of Jobs, 2024</a>", "    Number of Jobs, 2023</a>"]],
    ],
    [
      "where a top-coded median is another in prose",
      "top-coded",
      [
        [
          "</div></div>\n<p>Wages for physicians and surgeons are among the highest of all occupations, with a median wage equal to or greater than $239,200",
          "</div></div>\n<p>Wages for physicians and surgeons are among the highest of all occupations, with a median wage equal to or greater than $208,000",
        ],
      ],
    ],
    [
      "where prose says at least what the quick facts state exactly",
      "annual-only",
      [
        [
          "<p>The median annual wage for athletic trainers was $60,250",
          "<p>The median annual wage for athletic trainers was equal to or greater than $60,250",
        ],
      ],
    ],
    ["where its date is on no calendar", "plain-page", [['content="2025-08-28"', 'content="2025-02-31"']]],
  ])("%s", (_, name, changes) => {
    expect(refusalOf(changed(name, ...changes)).message).not.toBe("");
  });
});
