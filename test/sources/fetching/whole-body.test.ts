import { describe, expect, test } from "vitest";
import type { BodyExpectation } from "../../../sources/fetching/body-expectation.ts";
import { faultOf } from "../../../sources/fetching/whole-body.ts";
import { expectedPage, profilePage } from "./publisher.ts";

const address = "https://www.bls.gov/ooh/production/weavers.htm";
const page = profilePage(address);

function faultIn(
  body: string | Buffer,
  {
    expectation = expectedPage as BodyExpectation,
    contentType = "text/html; charset=utf-8",
    isDelimited = true,
  } = {},
) {
  return faultOf({ url: new URL(address), contentType, body: Buffer.from(body), isDelimited }, expectation);
}

/** An empty zip file with the given comment: nothing but the directory's end. */
function zipEnd(comment = ""): Buffer {
  const record = Buffer.alloc(22);
  record.writeUInt32LE(0x06054b50, 0);
  record.writeUInt16LE(comment.length, 20);
  return Buffer.concat([Buffer.from("PK\u0003\u0004 files "), record, Buffer.from(comment)]);
}
const zip = { mediaTypes: ["application/zip"], maximumBytes: 1000, zip: true };
const xml = { mediaTypes: ["application/xml"], maximumBytes: 1000, endsWith: "</ooh>" };

describe("a whole document", () => {
  test("has no fault", () => {
    expect(faultIn(page)).toBeUndefined();
  });

  test("may have white space and comments after its end", () => {
    expect(faultIn(`${page}\r\n<!-- served by 12 --> <!-- </html --> \n`)).toBeUndefined();
  });

  test("may be a zip file with a comment", () => {
    const contentType = "application/zip";
    expect(faultIn(zipEnd(), { expectation: zip, contentType })).toBeUndefined();
    expect(
      faultIn(zipEnd("made by a PK\u0005\u0006 tool"), { expectation: zip, contentType }),
    ).toBeUndefined();
  });

  test("in another declared charset is passed on as it is", () => {
    const body = Buffer.from(page.replace("Weavers", "Weavers’ £"), "latin1");
    expect(faultIn(body, { contentType: "text/html; charset=windows-1252" })).toBeUndefined();
  });

  test("may write its media type in capitals, with parameters", () => {
    expect(faultIn(page, { contentType: 'Text/HTML; Charset="UTF-8"' })).toBeUndefined();
  });
});

describe("the canonical address", () => {
  test.each([
    [`<link href='${address}' rel='canonical'>`],
    [`<LINK REL=canonical HREF=${address}>`],
    [`<link data-x="a > b" rel="alternate canonical" href="${address}/">`],
    [`<link rel="canonical" href="/ooh/production/weavers.htm">`],
    [`<link rel="canonical" href="http://bls.gov/ooh/production/weavers.htm">`],
  ])("may be written %s", (link) => {
    expect(faultIn(page.replace(/<link[^>]*>/, link))).toBeUndefined();
  });

  test.each([
    ["<!-- ", " -->"],
    ["<script>'", "'</script>"],
    ["<title>", "</title>"],
  ])("does not count inside %s…%s", (before, after) => {
    const hidden = page.replace(/<link[^>]*>/, (link) => before + link + after);
    expect(faultIn(hidden)).toMatchObject({ kind: "not-the-document", what: "names no canonical address" });
  });

  test("of another page is named in the refusal", () => {
    const other = profilePage("https://www.bls.gov/ooh/production/bakers.htm");
    const fault = faultIn(`<!-- <link rel="canonical" href="${address}"> -->${other}`);
    expect(fault?.kind).toBe("not-the-document");
    expect(fault?.what).toContain("bakers.htm");
  });
});

describe("the landmarks", () => {
  test("the first one that is missing is named", () => {
    const expectation = { ...expectedPage, landmarks: ['id="quickfacts"', 'id="tab-2"', 'id="tab-3"'] };
    expect(faultIn(page, { expectation })?.what).toContain('id="tab-2"');
  });

  test("do not count inside a comment", () => {
    const hidden = page.replace(/<div.*<\/div>/, (div) => `<!-- ${div} -->`);
    expect(faultIn(hidden)?.kind).toBe("not-the-document");
    expect(faultIn(hidden.replace("<!-- ", "<!-->"))).toBeUndefined();
  });
});

describe("a body that is cut off", () => {
  test.each([0.2, 0.5, 0.9, 0.99])("at %d of a page is not whole", (share) => {
    const cut = page.slice(0, page.length * share).trimEnd();
    expect(faultIn(cut)).toMatchObject({ kind: "not-whole", what: "ends without </html>" });
  });

  test("inside a comment after the end is not whole", () => {
    expect(faultIn(`${page}<!-- served by`)?.kind).toBe("not-whole");
  });

  test("before a zip file's directory, or inside its comment, is not whole", () => {
    const whole = zipEnd("a comment");
    for (const length of [1, 12, whole.length - 10, whole.length - 1]) {
      const body = whole.subarray(0, length);
      expect(faultIn(body, { expectation: zip, contentType: "application/zip" })?.kind).toBe("not-whole");
    }
  });

  test("cannot be told from a whole one where neither transfer nor content say where it ends", () => {
    const expectation = { mediaTypes: ["text/csv"], maximumBytes: 1000 };
    const options = { expectation, contentType: "text/csv", isDelimited: false };
    expect(faultIn("code,title\n1,a", options)?.kind).toBe("not-whole");
    expect(faultIn("code,title\n1,a", { ...options, isDelimited: true })).toBeUndefined();
    expect(faultIn(page, { isDelimited: false })).toBeUndefined();
  });
});

describe("something else in place of the document", () => {
  test("nothing at all", () => {
    expect(faultIn("")).toMatchObject({ kind: "not-the-document", what: "has no content" });
  });

  test("another media type", () => {
    const fault = faultIn("{}", { contentType: "application/json" });
    expect(fault).toMatchObject({
      kind: "not-the-document",
      what: "is application/json instead of text/html",
    });
  });

  test("an HTML page instead of data, whatever it calls itself", () => {
    const error = "<!DOCTYPE html><html><title>Something went wrong</title></html>";
    for (const contentType of ["text/html", "application/zip"]) {
      expect(faultIn(error, { expectation: zip, contentType })?.kind).toBe("not-the-document");
    }
    const prolog = `\uFEFF<?xml version="1.0"?>\n<!-- x -->${error}`;
    expect(faultIn(prolog, { expectation: xml, contentType: "application/xml" })?.kind).toBe(
      "not-the-document",
    );
  });

  test("bytes that are not the UTF-8 that it declares", () => {
    const body = Buffer.concat([Buffer.from(page.slice(0, -8)), Buffer.from([0x93]), Buffer.from("</html>")]);
    expect(faultIn(body)).toMatchObject({ kind: "not-the-document", what: expect.stringContaining("UTF-8") });
  });

  test("a block page with status 200, also in place of data", () => {
    const denied =
      "<html><head><title>Access Denied</title></head><body><h1>Access Denied</h1>Reference #18.5e8f</body></html>";
    expect(faultIn(denied)?.kind).toBe("blocked");
    expect(faultIn(denied, { expectation: zip, contentType: "application/zip" })?.kind).toBe("blocked");
  });

  test("a page that says it was not found, with status 200", () => {
    const soft404 =
      "<html><title>Page not found | Careers</title><body><h1>Page not found</h1></body></html>";
    expect(faultIn(soft404)).toMatchObject({ kind: "gone", what: expect.stringContaining("Page not found") });
    expect(faultIn(soft404, { expectation: zip })?.kind).toBe("gone");
  });

  test("a real page may speak of what is not found, or denied", () => {
    const odd = page.replace("<title>Weavers", "<title>Page not found inspectors");
    expect(faultIn(odd)).toBeUndefined();
    const long = page.replace("</h1>", `</h1><p>Access Denied. Reference #1</p>${" ".repeat(20_000)}`);
    expect(faultIn(long)).toBeUndefined();
  });
});

test("a page with elements in elements without end is judged at once", () => {
  const deep = `<html>${"<b>".repeat(1_000_000)}`;
  expect(faultIn(deep, { expectation: { ...expectedPage, landmarks: [] } })?.what).toBe(
    "ends without </html>",
  );
});
