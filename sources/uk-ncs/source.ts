import { OPEN_GOVERNMENT_LICENCE } from "../publishers.ts";
import { LONDON, NIGHTLY } from "../schedule.ts";
import type { DocumentReader, Source } from "../source.ts";
import { readProfile } from "./profile.ts";
import { profileAddress, slugOf } from "./profile-address.ts";
import { profileExtract } from "./profile-extract.ts";
import { readSitemap, sitemapExtract } from "./sitemap.ts";

const sitemap = {
  kind: "sitemap",
  expectation: {
    mediaTypes: ["application/xml", "text/xml"],
    endsWith: "</urlset>",
    maximumBytes: 8 * 2 ** 20,
  },
  schema: sitemapExtract,
  read: readSitemap,
};

const profile = {
  kind: "profile",
  expectation: {
    mediaTypes: ["text/html"],
    endsWith: "</html>",
    canonical: true,
    maximumBytes: 2 * 2 ** 20,
    // Both layouts have these; the name of the service is in neither.
    landmarks: ["dfc-code-jphours", "HowToBecome", "WhatYouWillDo"],
  },
  schema: profileExtract,
  read: readProfile,
};

/**
 * The job profiles of the National Careers Service.
 *
 * Left out on purpose: vacancies, apprenticeships and courses (they change daily and tell of England alone), videos and
 * their transcripts, real career stories (they tell of one person), breadcrumbs, search, help and feedback boxes, header
 * and footer (they say the same on every page).
 */
export const ukNcs: Source = {
  id: "uk-ncs",
  title: "National Careers Service job profiles",
  publisher: "National Careers Service, Department for Education",
  country: "UK",
  url: "https://nationalcareers.service.gov.uk/explore-careers",
  ...OPEN_GOVERNMENT_LICENCE,
  attribution: "Contains public sector information licensed under the Open Government Licence v3.0.",
  // Pages are edited on any day of the year; there is no calendar.
  schedule: { timeZone: LONDON, ...NIGHTLY, seasons: [] },
  hosts: [{ host: "nationalcareers.service.gov.uk", gapMilliseconds: 1_000, requestsPerDay: 4_000 }],
  readers: {
    [sitemap.kind]: sitemap as DocumentReader<unknown>,
    [profile.kind]: profile as DocumentReader<unknown>,
  },
  // Neither lists all profiles, and their lists differ from one request to the next: the union is asked for.
  roots: [
    { kind: sitemap.kind, url: "https://nationalcareers.service.gov.uk/sitemap.xml" },
    { kind: sitemap.kind, url: "https://nationalcareers.service.gov.uk/explore-careers/sitemap.xml" },
  ],
  listedBy: (_root, extract) => {
    const urls = sitemapExtract.parse(extract).profiles.map(({ url }) => url);
    return [...new Set(urls)].sort().map((url) => ({ kind: profile.kind, url }));
  },
  unlisted: "asked-again",
  kindOf: (url) => (profileAddress(url, url) === url ? profile.kind : undefined),
  codeOf: ({ url }) => slugOf(url),
  expects: {
    toleratedShare: 0.02,
    filled: [
      {
        of: "uk-ncs profile",
        has: {
          "occupation.summary": 0.98,
          "wage.starter": 0.87,
          "wage.experienced": 0.87,
          "working_hours.typical": 0.96,
          duty: 0.84,
          quality: 0.98,
          "requirement.entry-route": 0.98,
          "section.how-to-become": 0.98,
          "section.skills": 0.98,
          "section.work-environment": 0.97,
          "section.career-path": 0.98,
        },
      },
    ],
    minimumFacts: {
      duty: 4_000,
      quality: 3_900,
      section: 6_200,
      requirement: 4_100,
      wage: 1_150,
      working_hours: 580,
      relation: 2_500,
    },
    minimumDocuments: { [profile.kind]: 700 },
    requiredCodes: ["nurse", "software-developer", "actor", "chef", "primary-school-teacher"],
  },
};
