import { describe, expect, test } from "vitest";
import { faultOf } from "../../../sources/fetching/whole-body.ts";
import { publishDatesOf } from "../../../sources/us-ooh-xml/publish-dates.ts";
import { usOohXml } from "../../../sources/us-ooh-xml/source.ts";
import { ADDRESS, readingOf, sampleXml } from "./cases.ts";

const SAMPLE = sampleXml();

describe("a response", () => {
  const fault = (body: string, contentType = "application/xml") => {
    const expectation = usOohXml.readers.compilation?.expectation;
    if (expectation === undefined) throw new Error("The compilation has no reader.");
    return faultOf(
      { url: new URL(ADDRESS), contentType, body: Buffer.from(body), isDelimited: true },
      expectation,
    );
  };

  test.each(["application/xml", "text/xml; charset=utf-8", "text/xml"])(
    "that is whole counts, as %s",
    (type) => {
      expect(fault(SAMPLE, type)).toBeUndefined();
    },
  );

  test("that is cut off does not count", () => {
    expect(fault(SAMPLE.slice(0, -10))?.what).toBe("ends without </ooh>");
  });

  test("that is HTML does not count", () => {
    expect(fault(SAMPLE, "text/html")?.kind).toBe("not-the-document");
    expect(fault("<!DOCTYPE html><html><body>Not now</body></html>")?.kind).toBe("not-the-document");
  });

  test("without any figures does not count", () => {
    expect(fault("<ooh><occupation></occupation></ooh>")?.what).toBe(
      "lacks “<quick_facts>”, which this document always has",
    );
  });
});

test("the compilation is found by its address, and lists no other document", () => {
  expect(usOohXml.kindOf(ADDRESS)).toBe("compilation");
  expect(usOohXml.kindOf("https://www.bls.gov/ooh/healthcare/registered-nurses.htm")).toBeUndefined();
  expect(usOohXml.roots).toEqual([{ kind: "compilation", url: ADDRESS }]);
  expect(usOohXml.listedBy({ kind: "compilation", url: ADDRESS }, {})).toEqual([]);
});

test("every profile has the day on which it was last published", () => {
  const dates = publishDatesOf(readingOf(SAMPLE).extract);
  expect(dates.size).toBe(12);
  expect(dates.get("military-careers")).toBe("2025-08-28");
  expect([...dates.keys()].sort()).toContain("registered-nurses");
});
