import { expect, test } from "vitest";
import { ukLmi } from "../../../sources/uk-lmi/source.ts";
import { documentOf, readingOf } from "./cases.ts";

const API = "https://api.lmiforall.org.uk/api/v1/";
const address = (path: string) => ({ kind: "pay", url: `${API}${path}` });

test("nothing is asked for: the owner has ended it", () => {
  expect(ukLmi.retired?.since).toBe("2025-10-31");
  expect(ukLmi.hosts).toEqual([]);
  expect(ukLmi.roots).toEqual([]);
  expect(ukLmi.listedBy({ kind: "pay", url: `${API}ashe/estimatePay?soc=11` }, {})).toEqual([]);
  expect(ukLmi.unlisted).toBe("kept");
});

test("every kind of request has a reader of its kind, which takes JSON alone", () => {
  for (const [kind, reader] of Object.entries(ukLmi.readers)) {
    expect(reader.kind).toBe(kind);
    expect(reader.expectation.mediaTypes).toEqual(["application/json"]);
  }
});

test("answers with the same figure stand in the order of their requests, however they are spelled", () => {
  const [first, second, again] = [
    address("ashe/estimatePay?coarse=true&soc=1161"),
    address("ashe/estimatePay?soc=1173&coarse=true"),
    { kind: "pay", url: `http://api.lmiforall.org.uk/api/v1/ashe/estimatePay?coarse=true&soc=1161` },
  ];
  expect([second, first, again].sort(ukLmi.series)).toEqual([again, first, second]);
  expect(ukLmi.series?.(first, first)).toBe(0);
});

test("the code that people use with --only is the one that was asked for", () => {
  expect(ukLmi.codeOf(address("ashe/estimatePay?coarse=true&soc=1161"))).toBe("1161");
  expect(ukLmi.codeOf(address("soc/code/5314"))).toBe("5314");
  expect(ukLmi.codeOf(address("soc/search?q=plumber"))).toBeUndefined();
});

test("an extract that comes back from the store is validated", () => {
  for (const name of ["pay-of-the-wider-group", "description", "projection-by-industry", "census-jobs"]) {
    const { kind, extract } = readingOf(documentOf(name));
    const schema = ukLmi.readers[kind]?.schema;
    expect(schema?.parse(JSON.parse(JSON.stringify(extract)))).toEqual(extract);
    expect(schema?.safeParse({ ...(extract as object), more: 1 }).success).toBe(false);
  }
});
