import { expect, test } from "vitest";
import { faultOf } from "../../../sources/fetching/whole-body.ts";
import { readSitemap } from "../../../sources/uk-ncs/sitemap.ts";
import { ukNcs } from "../../../sources/uk-ncs/source.ts";
import { normaliseUkNcs } from "../../../transforms/from-uk-ncs.ts";
import { allCases, readingOf, sampleSitemap } from "./cases.ts";

const [FIRST = { kind: "", url: "" }] = ukNcs.roots;

const listedIn = (path: string) =>
  ukNcs.listedBy(FIRST, readSitemap(sampleSitemap(path)).extract).map(({ url }) => url);

test("both sitemaps together list every profile of the sample, each spelled in one way", () => {
  const union = new Set([...listedIn("sitemap.xml"), ...listedIn("explore-careers/sitemap.xml")]);
  const sample = allCases().filter(({ name }) => name.startsWith("sample-"));
  expect([...union].sort()).toEqual(sample.map(({ document }) => document.url).sort());
});

test("a sitemap lists each profile once, in the order of the addresses", () => {
  const profile = (slug: string) => ({
    url: `https://nationalcareers.service.gov.uk/job-profiles/${slug}`,
    at: "loc",
  });
  expect(ukNcs.listedBy(FIRST, { profiles: [profile("nurse"), profile("actor"), profile("nurse")] })).toEqual(
    [
      { kind: "profile", url: profile("actor").url },
      { kind: "profile", url: profile("nurse").url },
    ],
  );
});

test("an extract of another shape lists nothing: it is an error", () => {
  expect(() => ukNcs.listedBy(FIRST, { profiles: [] })).toThrow();
});

test.each([
  ["https://nationalcareers.service.gov.uk/job-profiles/nurse", "profile"],
  ["https://nationalcareers.service.gov.uk/job-profiles/barrister's-clerk", "profile"],
  ["https://nationalcareers.service.gov.uk/job-profiles/barrister%27s-clerk", undefined],
  ["https://nationalcareers.service.gov.uk/job-profiles/nurse?x", undefined],
  ["https://nationalcareers.service.gov.uk/help", undefined],
])("at %s stands a document of kind %s", (url, kind) => {
  expect(ukNcs.kindOf(url)).toBe(kind);
});

test("the code that people use with --only is the decoded last part of the address", () => {
  const url = "https://nationalcareers.service.gov.uk/job-profiles/caf%C3%A9";
  expect(ukNcs.codeOf({ kind: "profile", url })).toBe("café");
  expect(ukNcs.codeOf(FIRST)).toBeUndefined();
});

test("an extract that comes back from the store is validated", () => {
  const { document } = allCases()[0] ?? {};
  const { extract } = readingOf(document as NonNullable<typeof document>);
  const schema = ukNcs.readers.profile?.schema;
  expect(schema?.parse(JSON.parse(JSON.stringify(extract)))).toEqual(extract);
  expect(schema?.safeParse({ ...extract, more: 1 }).success).toBe(false);
});

test("a sitemap gives no facts", () => {
  const { extract } = readSitemap(sampleSitemap("sitemap.xml"));
  expect(normaliseUkNcs("sitemap", extract, { id: "c", sourceId: "uk-ncs" }).facts).toEqual([]);
});

test.each(allCases())("$name is whole, and what was asked for, as a response", ({ document }) => {
  const { body, url } = document;
  const received = { url: new URL(url), contentType: "text/html; charset=utf-8", isDelimited: true };
  const expectation = ukNcs.readers.profile?.expectation ?? { mediaTypes: [], maximumBytes: 0 };
  expect(faultOf({ ...received, body: Buffer.from(body) }, expectation)).toBeUndefined();
  const elsewhere = new URL("https://nationalcareers.service.gov.uk/explore-careers/alerts/404");
  expect(faultOf({ ...received, url: elsewhere, body: Buffer.from(body) }, expectation)).toBeDefined();
});

test.each(["sitemap.xml", "explore-careers/sitemap.xml"])("%s is whole as a response", (path) => {
  const { body, url } = sampleSitemap(path);
  const expectation = ukNcs.readers.sitemap?.expectation ?? { mediaTypes: [], maximumBytes: 0 };
  const received = { url: new URL(url), contentType: "text/xml", body: Buffer.from(body), isDelimited: true };
  expect(faultOf(received, expectation)).toBeUndefined();
});
