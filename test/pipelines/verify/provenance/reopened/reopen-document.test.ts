import AdmZip from "adm-zip";
import { describe, expect, test } from "vitest";
import { reopenDocument } from "../../../../../pipelines/verify/provenance/reopened/reopen-document.ts";
import { DocumentError } from "../../../../../sources/reading/document-error.ts";
import { makeWorkbook } from "../../../../sources/reading/made-workbook.ts";

const open = (body: Buffer | string, url = "https://www.example.org/document") =>
  reopenDocument({ url, mediaType: "", body: Buffer.from(body) });

describe("a page", () => {
  const find = open(
    '\ufeff<!doctype html><html><head><meta name="date" content="2025-08-28"></head><body><ul id="list"><li>One<ul><li>Inner</li></ul></li><li><a href="/two">Two</a></li></ul></body></html>',
  );

  test("says the words of an element, and an item says its own beside those of the lists in it", () => {
    expect(find("#list > li:nth-of-type(1)")).toMatchObject({ words: "One Inner", beside: ["One"] });
  });

  test("says where a link leads", () => {
    expect(find("#list > li:nth-of-type(2) > a")).toMatchObject({ words: "Two", beside: ["Two /two"] });
  });

  test("says the content of a meta element, which has no words", () => {
    expect(find("html > head > meta")).toMatchObject({ words: "", beside: ["2025-08-28"] });
  });

  test("has no place that its path does not lead to", () => {
    expect(find("#list > li:nth-of-type(3)")).toBeUndefined();
  });
});

describe("an XML document", () => {
  const find = open(
    '<?xml version="1.0"?><ooh><occupation><code>A1</code><name>Actors</name></occupation><occupation><code>B2</code><name><![CDATA[ Bus  drivers ]]></name></occupation></ooh>',
  );

  test("says the words of an element, white space folded", () => {
    expect(find('/ooh/occupation[2][code="B2"]/name')?.words).toBe("Bus drivers");
  });

  test("is not led to by the right position with the wrong code", () => {
    expect(find('/ooh/occupation[1][code="B2"]/name')).toBeUndefined();
  });

  test.each(["/ooh/occupation[3]/name", "/ooh/occupation[1]/title", "/other", "ooh", "/ooh/occupation[a]"])(
    "has no place %s",
    (path) => {
      expect(find(path)).toBeUndefined();
    },
  );

  test("that breaks off is refused", () => {
    expect(() => open('<?xml version="1.0"?><ooh><occupation>')).toThrow(DocumentError);
  });
});

describe("a workbook", () => {
  const book = makeWorkbook({
    All: {
      rows: [
        ["Code", "Jobs"],
        ["11", 12.5, "x"],
        ["12", null, 1000],
      ],
    },
    "Full-Time": { rows: [["only"]] },
    Broken: { rows: [[{ error: "#REF!" }]] },
  });
  const find = open(book, "https://www.example.org/table.xlsx");

  test("says the words of a cell, and its number", () => {
    expect(find("[table.xlsx]All!B2")).toMatchObject({ words: "12.5", number: 12.5, isWide: false });
    expect(find("[table.xlsx]All!A2")).toMatchObject({ words: "11", number: undefined });
  });

  test("says nothing where a cell is blank", () => {
    expect(find("[table.xlsx]All!B3")).toMatchObject({ words: "", number: undefined });
  });

  test("says the cells of a row one after the other", () => {
    expect(find("[table.xlsx]All!A2:C2")).toMatchObject({ words: "11 12.5 x", number: undefined });
  });

  test("tells a column, and the rows of a place in it", () => {
    const found = find("[table.xlsx]All!A2:A3");
    expect([found?.rows, found?.column()]).toEqual([{ from: 1, to: 2 }, ["Code", "11", "12"]]);
  });

  test("is found under names in quotation marks", () => {
    expect(find("'[table.xlsx]Full-Time'!A1")?.words).toBe("only");
  });

  test.each(["[table.xlsx]None!A1", "[table.xlsx]All", "[table.xlsx]All!A0", "All!A1", "#list"])(
    "has no place %s",
    (locator) => {
      expect(find(locator)).toBeUndefined();
    },
  );

  test("does not say the error of a formula", () => {
    expect(() => find("[table.xlsx]Broken!A1")).toThrow(DocumentError);
  });

  test("in a zip is found by its name", () => {
    const zip = new AdmZip();
    zip.addFile("folder/table.xlsx", book);
    zip.addFile("folder/other's.xls", makeWorkbook({ All: { rows: [["of the other"]] } }, "biff8"));
    const inZip = open(zip.toBuffer(), "https://www.example.org/tables.zip");
    expect(inZip("[table.xlsx]All!B2")?.words).toBe("12.5");
    expect(inZip("'[other''s.xls]All'!A1")?.words).toBe("of the other");
  });
});

describe("rows of a CSV file", () => {
  const find = open('"Title","Code"\n"Actors","=""27-2011"""\n', "https://data.example.org/export.csv");

  test("are cells of a sheet that has the name of the file", () => {
    expect(find("[export.csv]export!A2")?.words).toBe("Actors");
  });

  test("are in no other sheet", () => {
    expect(find("[export.csv]Sheet1!A2")).toBeUndefined();
  });
});

describe("an answer in JSON", () => {
  const find = open('{"body":{"soc":2231,"tasks":" one;\\n two.","a/b":[{"year":2015,"hours":37.5}]}}');

  test("says a text, folded, a number, and an object as it is written", () => {
    expect(find("/body/tasks")).toMatchObject({ words: "one; two.", isWide: true });
    expect(find("/body/soc")).toMatchObject({ words: "2231", number: 2231 });
    expect(find("/body/a~1b/0")?.words).toBe('{"year":2015,"hours":37.5}');
  });

  test.each(["/body/soc/0", "/body/none", "/toString", "/body/a~1b/length"])("has no place %s", (pointer) => {
    expect(find(pointer)).toBeUndefined();
  });

  test("that breaks off is refused", () => {
    expect(() => open('{"body":')).toThrow(DocumentError);
  });
});
