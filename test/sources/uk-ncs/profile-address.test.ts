import fc from "fast-check";
import { expect, test } from "vitest";
import { profileAddress, slugOf } from "../../../sources/uk-ncs/profile-address.ts";

const BASE = "https://nationalcareers.service.gov.uk/job-profiles/nurse";
const CLERK = "https://nationalcareers.service.gov.uk/job-profiles/barrister's-clerk";

test.each([
  "barrister's-clerk",
  "barrister%27s-clerk",
  "/job-profiles/barrister's-clerk",
  " /job-profiles/barrister%27s-clerk/ ",
  "/job-profiles/b%61rrister's-clerk?from=search#Salary",
  "http://nationalcareers.service.gov.uk/job-profiles/barrister's-clerk",
  "HTTPS://WWW.NationalCareers.Service.gov.uk:443/job-profiles/barrister's-clerk",
])("%j is one and the same profile", (href) => {
  expect(profileAddress(href, BASE)).toBe(CLERK);
});

test.each([
  [
    "head-of-it-(it-director)",
    "https://nationalcareers.service.gov.uk/job-profiles/head-of-it-(it-director)",
  ],
  [
    "head-of-it-%28it-director%29",
    "https://nationalcareers.service.gov.uk/job-profiles/head-of-it-(it-director)",
  ],
  ["café", "https://nationalcareers.service.gov.uk/job-profiles/caf%C3%A9"],
  ["100%25", "https://nationalcareers.service.gov.uk/job-profiles/100%25"],
])("%j has one address", (href, address) => {
  expect(profileAddress(href, BASE)).toBe(address);
  expect(profileAddress(address, address)).toBe(address);
});

test.each([
  "/job-profiles/",
  "/job-profiles",
  "/job-profiles/nurse/pay",
  "/job-profiles/nurse%2Fpay",
  "/job-profiles/%2e%2e",
  "/job-profiles/%E0%A4%A",
  "/job-profiles/%20",
  "/explore-careers/nurse",
  "/job-groups/2231/nurses",
  "https://beta.nationalcareers.service.gov.uk/job-profiles/nurse",
  "https://www.example.org/job-profiles/nurse",
  "mailto:a@b.c",
  "javascript:void(0)",
  "http://[",
])("%j is no profile", (href) => {
  expect(profileAddress(href, BASE)).toBeUndefined();
});

test("the code is the last part of the address, decoded", () => {
  expect(slugOf("https://nationalcareers.service.gov.uk/job-profiles/barrister%27s-clerk")).toBe(
    "barrister's-clerk",
  );
  expect(slugOf("https://nationalcareers.service.gov.uk/job-profiles/caf%C3%A9")).toBe("café");
  expect(slugOf("https://nationalcareers.service.gov.uk/help")).toBeUndefined();
});

test("any slug comes back as it was encoded, and has one address", () => {
  const slugs = fc.stringMatching(/^[a-zé'’(),%& -]{1,20}$/).filter((slug) => slug.trim() !== "");
  fc.assert(
    fc.property(slugs, (slug) => {
      const address = `https://nationalcareers.service.gov.uk/job-profiles/${encodeURIComponent(slug)}`;
      expect(slugOf(address)).toBe(slug);
      expect(slugOf(profileAddress(address, BASE) ?? "")).toBe(slug);
    }),
  );
});

test("no link makes an address that is not one of a profile", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.webUrl(), fc.webPath()), (href) => {
      expect(profileAddress(href, BASE) ?? CLERK).toMatch(
        /^https:\/\/nationalcareers\.service\.gov\.uk\/job-profiles\/[^/?#]+$/,
      );
    }),
  );
});
