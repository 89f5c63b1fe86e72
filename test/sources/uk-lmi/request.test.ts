import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { requestAddress, requestOf } from "../../../sources/uk-lmi/request.ts";

const API = "https://api.lmiforall.org.uk/api/v1/";

describe("one request has one address", () => {
  test.each([
    [
      "http://api.lmiforall.org.uk/api/v1/ashe/estimatePay?soc=3114&coarse=true",
      "ashe/estimatePay?coarse=true&soc=3114",
    ],
    [`${API}ashe/estimatePay?coarse=true&soc=3114`, "ashe/estimatePay?coarse=true&soc=3114"],
    [`${API}ashe/estimatePay?soc=%33114`, "ashe/estimatePay?soc=3114"],
    [`${API}soc/search?q=data%20entry`, "soc/search?q=data+entry"],
    [`${API}soc/code/1161#top`, "soc/code/1161"],
    [`${API}soc/code/1161?`, "soc/code/1161"],
  ])("%s", (url, address) => {
    expect(requestAddress(url)).toBe(`${API}${address}`);
    expect(requestAddress(`${API}${address}`)).toBe(`${API}${address}`);
  });

  test("in whatever order its parameters stand", () => {
    const parameters = fc.record({
      soc: fc.integer({ min: 1, max: 9_999 }).map(String),
      minYear: fc.integer({ min: 1_990, max: 2_030 }).map(String),
      maxYear: fc.integer({ min: 1_990, max: 2_030 }).map(String),
    });
    const orders = fc.shuffledSubarray(["soc", "minYear", "maxYear"] as const, { minLength: 3 });
    fc.assert(
      fc.property(parameters, orders, fc.constantFrom("http", "https"), (values, order, scheme) => {
        const query = order.map((name) => `${name}=${values[name]}`).join("&");
        const { maxYear, minYear, soc } = values;
        expect(requestAddress(`${scheme}://api.lmiforall.org.uk/api/v1/wf/predict?${query}`)).toBe(
          `${API}wf/predict?maxYear=${maxYear}&minYear=${minYear}&soc=${soc}`,
        );
      }),
    );
  });

  test("and another search has another", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (one, other) => {
        const [first, second] = [one, other].map((q) =>
          requestAddress(`${API}soc/search?q=${encodeURIComponent(q)}`),
        );
        expect(first === second).toBe(one === other);
      }),
    );
  });
});

test.each([
  ["soc/code/1161", "description", "1161"],
  ["soc/search?q=plumber", "search", undefined],
  ["ashe/estimatePay?soc=1161", "pay", "1161"],
  ["ashe/estimateHours?coarse=true&soc=1161", "hours", "1161"],
  ["wf/predict?soc=1161", "projection", "1161"],
  ["wf/predict?maxYear=2020&minYear=2017&soc=1161", "projection", "1161"],
  ["wf/predict/breakdown/industry?soc=1161", "industry-projection", "1161"],
])("%s is a request of the kind %s", (path, kind, code) => {
  expect(requestOf(`${API}${path}`)).toMatchObject({ kind, code, reason: undefined });
});

test.each([
  "ashe/estimatePay?filters=region%3A11&soc=1161",
  "ashe/estimatePay?breakdown=gender&coarse=true&soc=1161",
  "ashe/estimatePay?age=20&soc=1161",
  "ashe/estimateHours?filters=gender%3A1&soc=1161",
  "wf/predict?region=11&soc=1161",
  "wf/predict/breakdown/industry?filters=region%3A1&soc=1161",
  "wf/predict/breakdown/gender?soc=1161",
  "wf/replacement_demand?soc=1161",
  "wf/filters/info/region",
  "ashe/annualChanges?soc=1161",
  "census/resident_occupations?area=SW1A+1AA",
  "lfs/unemployment?soc=1161",
  "ess/uk/1161?coarse=true",
  "o-net/soc2onet/1161",
  "hesa/courses/1161",
  "vacancies/search?keywords=plumber",
])("%s is left out, with a reason", (path) => {
  const request = requestOf(`${API}${path}`);
  expect(request?.kind).toBe("left-out");
  expect(request?.reason).toMatch(/^[A-Z].+\.$/);
});

test.each([
  `${API}soc/code/plumber`,
  `${API}soc/code/1161/`,
  `${API}soc/code/1161?callback=f`,
  `${API}soc/search`,
  `${API}ashe/estimatePay`,
  `${API}ashe/estimatePay?coarse=true`,
  `${API}ashe/estimatePay?soc=1161&soc=1162`,
  `${API}ashe/estimatePay?soc=1161&filter=gender:1`,
  `${API}ashe/estimatepay?soc=1161`,
  `${API}wf/predict/breakdown/colour?soc=1161`,
  `${API}`,
  "https://api.lmiforall.org.uk/api/soc/code/1161",
  "https://api.lmiforall.org.uk.example.org/api/v1/soc/code/1161",
  "https://api.lmiforall.org.uk:8443/api/v1/soc/code/1161",
  "https://someone@api.lmiforall.org.uk/api/v1/soc/code/1161",
  "ftp://api.lmiforall.org.uk/api/v1/soc/code/1161",
  "soc/code/1161",
])("%s is no request that the API is known to answer", (url) => {
  expect(requestOf(url)).toBeUndefined();
});
