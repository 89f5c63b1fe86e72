import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isSameDocument } from "../../../sources/fetching/same-document.ts";

const page = new URL("https://www.bls.gov/ooh/healthcare/registered-nurses.htm");

describe("one document", () => {
  test.each([
    "http://www.bls.gov/ooh/healthcare/registered-nurses.htm",
    "https://bls.gov/ooh/healthcare/registered-nurses.htm",
    "https://WWW.BLS.GOV:443/ooh/healthcare/registered-nurses.htm",
    "https://www.bls.gov/ooh/healthcare/registered-nurses.htm/",
    "https://www.bls.gov/ooh/healthcare/registered-nurses.htm#tab-2",
    "https://www.bls.gov/ooh/healthcare/registered%2Dnurses.htm",
    "https://www.bls.gov/ooh/healthcare/registered%2dnurses.htm",
  ])("is also at %s", (other) => {
    expect(isSameDocument(page, new URL(other))).toBe(true);
  });

  test.each([
    "https://www.bls.gov/ooh/healthcare/registered-nurses.htm?hop=1",
    "https://www.bls.gov/ooh/healthcare/Registered-Nurses.htm",
    "https://www.bls.gov/ooh/healthcare/",
    "https://www.bls.gov/ooh/healthcare%2Fregistered-nurses.htm",
    "https://data.bls.gov/ooh/healthcare/registered-nurses.htm",
    "https://www.bls.gov:8443/ooh/healthcare/registered-nurses.htm",
  ])("is not at %s", (other) => {
    expect(isSameDocument(page, new URL(other))).toBe(false);
  });

  test("an apostrophe is the same, encoded or not", () => {
    const raw = new URL("https://nationalcareers.service.gov.uk/job-profiles/children's-nurse");
    const encoded = new URL("https://nationalcareers.service.gov.uk/job-profiles/children%27s-nurse");
    expect(isSameDocument(raw, encoded)).toBe(true);
  });

  test("every address is the same document as itself", () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (address) => {
        expect(isSameDocument(new URL(address), new URL(address))).toBe(true);
      }),
    );
  });

  test("an escape that is none is compared as it is", () => {
    const broken = new URL("https://www.bls.gov/100%");
    expect(isSameDocument(broken, broken)).toBe(true);
    expect(isSameDocument(broken, new URL("https://www.bls.gov/100%25"))).toBe(false);
  });
});
