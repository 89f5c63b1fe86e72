import { describe, expect, test } from "vitest";
import { readSitemap } from "../../../sources/uk-ncs/sitemap.ts";
import { sampleSitemap } from "./cases.ts";

const URL = "https://nationalcareers.service.gov.uk/sitemap.xml";
const NURSE = "https://nationalcareers.service.gov.uk/job-profiles/nurse";
const OPEN = '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">';

const read = (xml: string) => readSitemap({ url: URL, mediaType: "text/xml", body: Buffer.from(xml) });
const listed = (xml: string) => read(xml).extract.profiles.map(({ url }) => url);
const entry = (location: string) => `<url><loc>${location}</loc></url>`;

test("a sitemap with a byte order mark and DOS lines is read", () => {
  const { extract, remarks } = readSitemap(sampleSitemap("sitemap.xml"));
  expect(extract.profiles).toHaveLength(9);
  expect(extract.profiles[0]).toEqual({
    url: "https://nationalcareers.service.gov.uk/job-profiles/actor",
    at: "urlset > url:nth-of-type(4) > loc",
  });
  expect(remarks).toEqual([]);
});

test.each([
  ["blanks around the address", `${OPEN}${entry(`\r\n  ${NURSE}\r\n  `)}</urlset>`],
  ["character data", `${OPEN}${entry(`<![CDATA[${NURSE}]]>`)}</urlset>`],
  ["references to characters", `${OPEN}${entry(NURSE.replace("n", "&#110;"))}</urlset>`],
  ["a prefix", `<s:urlset xmlns:s="x"><s:url><s:loc>${NURSE}</s:loc></s:url></s:urlset>`],
  [
    "more elements",
    `<?xml version="1.0"?><!-- made today -->${OPEN}<url><lastmod>2024-11-01</lastmod><loc>${NURSE}</loc><image:image><image:loc>https://x.org/a.png</image:loc></image:image></url></urlset>\n`,
  ],
])("%s make no difference", (_, xml) => {
  expect(listed(xml)).toEqual([NURSE]);
});

test("addresses of other pages are left out", () => {
  expect(
    listed(`${OPEN}${entry("https://nationalcareers.service.gov.uk/help")}${entry(NURSE)}</urlset>`),
  ).toEqual([NURSE]);
});

test("an address that only looks like a profile is left out, and remarked on", () => {
  const { extract, remarks } = read(`${OPEN}${entry(`${NURSE}/pay`)}${entry(NURSE)}</urlset>`);
  expect(extract.profiles).toHaveLength(1);
  expect(remarks).toEqual([
    {
      rule: "listed-address-not-read",
      locator: "urlset > url:nth-of-type(1) > loc",
      message: `${NURSE}/pay is no address of a profile.`,
    },
  ]);
});

describe("refused is", () => {
  test.each([
    [
      "a list of sitemaps",
      `<sitemapindex><sitemap><loc>${NURSE}</loc></sitemap></sitemapindex>`,
      "expected one <urlset>, found <sitemapindex>",
    ],
    ["an HTML page", "<html><body></body></html>", "found <html>"],
    ["nothing", "", "found no element"],
    ["two lists", `${OPEN}${entry(NURSE)}</urlset>${OPEN}</urlset>`, "found <urlset>, <urlset>"],
    [
      "a list without profiles",
      `${OPEN}${entry("https://nationalcareers.service.gov.uk/help")}</urlset>`,
      "expected addresses of profiles, found 1 others",
    ],
    [
      "an entry without an address",
      `${OPEN}${entry(NURSE)}<url/></urlset>`,
      "at urlset > url:nth-of-type(2)",
    ],
    ["an entry with two", `${OPEN}<url><loc>${NURSE}</loc><loc>${NURSE}</loc></url></urlset>`, "one <loc>"],
  ])("%s", (_, xml, message) => {
    expect(() => read(xml)).toThrow(message);
  });

  test("what is not UTF-8", () => {
    expect(() => readSitemap({ url: URL, mediaType: "text/xml", body: Buffer.from([0xff, 0x3c]) })).toThrow(
      "expected text in UTF-8",
    );
  });
});
