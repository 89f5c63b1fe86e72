import { expect, test } from "vitest";
import { usOoh } from "../../../sources/us-ooh/source.ts";
import { readingOf, writtenCase } from "./cases.ts";

const ROOT = { kind: "a-z-index", url: "https://www.bls.gov/ooh/a-z-index.htm" };

test("the index lists each profile once, in the order of the addresses, whatever it is called", () => {
  const { extract } = readingOf(writtenCase("index-aliases").document);
  expect(usOoh.listedBy(ROOT, extract)).toEqual([
    {
      kind: "profile",
      url: "https://www.bls.gov/ooh/education-training-and-library/kindergarten-and-elementary-school-teachers.htm",
    },
    {
      kind: "profile",
      url: "https://www.bls.gov/ooh/education-training-and-library/postsecondary-teachers.htm",
    },
    { kind: "profile", url: "https://www.bls.gov/ooh/entertainment-and-sports/actors.htm" },
    { kind: "profile", url: "https://www.bls.gov/ooh/entertainment-and-sports/musicians-and-singers.htm" },
    { kind: "profile", url: "https://www.bls.gov/ooh/healthcare/registered-nurses.htm" },
    { kind: "profile", url: "https://www.bls.gov/ooh/legal/barristers%27-clerks.htm" },
    {
      kind: "profile",
      url: "https://www.bls.gov/ooh/life-physical-and-social-science/anthropologists-and-archeologists.htm",
    },
  ]);
});

test("an extract of another shape lists nothing: it is an error", () => {
  expect(() => usOoh.listedBy(ROOT, { entries: [] })).toThrow();
});

test.each([
  ["https://www.bls.gov/ooh/sales/models.htm", "profile"],
  ["https://www.bls.gov/ooh/sales/models.htm?x", undefined],
  ["https://www.bls.gov/ooh/sales/home.htm", undefined],
  ["https://www.bls.gov/ooh/about/glossary.htm", undefined],
])("at %s stands a document of kind %s", (url, kind) => {
  expect(usOoh.kindOf(url)).toBe(kind);
});

test("the code that people use with --only is the last part of the address", () => {
  expect(usOoh.codeOf({ kind: "profile", url: "https://www.bls.gov/ooh/sales/models.htm" })).toBe("models");
  expect(usOoh.codeOf(ROOT)).toBeUndefined();
});

test("an extract that comes back from the store is validated", () => {
  const { extract } = readingOf(writtenCase("plain-page").document);
  const schema = usOoh.readers.profile?.schema;
  expect(schema?.parse(JSON.parse(JSON.stringify(extract)))).toEqual(extract);
  expect(schema?.safeParse({ ...(extract as object), more: 1 }).success).toBe(false);
});
