import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { profileAddress, slugOf } from "../../../sources/us-ooh/profile-address.ts";

const BASE = "https://www.bls.gov/ooh/a-z-index.htm";
const NURSES = "https://www.bls.gov/ooh/healthcare/registered-nurses.htm";

test.each([
  ["https://www.bls.gov/ooh/healthcare/registered-nurses.htm", NURSES],
  ["http://www.bls.gov/ooh/healthcare/registered-nurses.htm", NURSES],
  ["/ooh/healthcare/registered-nurses.htm", NURSES],
  ["healthcare/registered-nurses.htm", NURSES],
  ["/ooh/healthcare/registered-nurses.htm?view_full", NURSES],
  ["/ooh/healthcare/registered-nurses.htm#tab-4", NURSES],
])("%j leads to a profile", (href, address) => {
  expect(profileAddress(href, BASE)).toBe(address);
});

test.each([
  "/ooh/healthcare/home.htm",
  "/ooh/about/glossary.htm",
  "/ooh/print/healthcare.htm",
  "/ooh/how-to-find-a-job/home.htm",
  "/ooh/field-of-degree/biology.htm",
  "/ooh/a-z-index.htm",
  "/ooh/",
  "/ooh/healthcare/nurses/registered.htm",
  "/ooh/healthcare/registered-nurses.html",
  "/oes/healthcare/registered-nurses.htm",
  "https://www.example.org/ooh/healthcare/registered-nurses.htm",
  "https://data.bls.gov/ooh/healthcare/registered-nurses.htm",
  "javascript:void(0)",
  "mailto:a@b.c",
  "http://[",
  "#tab-4",
  "",
])("%j does not", (href) => {
  expect(profileAddress(href, BASE)).toBeUndefined();
});

test("the address of a profile is the address of that profile", () => {
  expect(profileAddress(NURSES, NURSES)).toBe(NURSES);
});

describe("the code of a profile is the last part of its address", () => {
  test.each([
    [NURSES, "registered-nurses"],
    ["https://www.bls.gov/ooh/legal/barristers%27-clerks.htm", "barristers'-clerks"],
    ["https://www.bls.gov/ooh/legal/caf%C3%A9-owners.htm", "café-owners"],
  ])("%s", (address, slug) => {
    expect(slugOf(address)).toBe(slug);
  });

  test("another page has none", () => {
    expect(slugOf("https://www.bls.gov/ooh/about/glossary.htm")).toBeUndefined();
  });

  test("an address that cannot be decoded has none", () => {
    expect(slugOf("https://www.bls.gov/ooh/healthcare/%E0%A4%A.htm")).toBeUndefined();
  });

  test("any slug comes back as it was encoded", () => {
    const slugs = fc
      .stringMatching(/^[a-zé'’() -]{1,20}$/)
      .filter((slug) => slug.trim() === slug && slug !== "home");
    fc.assert(
      fc.property(slugs, (slug) => {
        expect(slugOf(`https://www.bls.gov/ooh/legal/${encodeURIComponent(slug)}.htm`)).toBe(slug);
      }),
    );
  });
});

test("no link makes an address that is not one of the handbook", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.webUrl(), fc.webPath()), (href) => {
      expect(profileAddress(href, BASE) ?? NURSES).toMatch(
        /^https:\/\/www\.bls\.gov\/ooh\/[a-z0-9-]+\/[^/]+\.htm$/,
      );
    }),
  );
});
