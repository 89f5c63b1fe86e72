import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { DocumentBytes } from "../../../sources/source.ts";
import { answer, readingOf, refusalOf } from "./cases.ts";

const PAY = "https://api.lmiforall.org.uk/api/v1/ashe/estimatePay?coarse=true&soc=1161";
const FIGURES = { soc: 11, series: [{ year: 2012, estpay: 1050 }] };

const RECORDING = {
  request_uri: "http://api.lmiforall.org.uk/api/v1/ashe/estimatePay?soc=1161&coarse=true",
  status: { code: 200, message: "OK" },
  response_headers: { Server: "nginx/1.2.7" },
  recorded_at: null,
  source: "somewhere",
  body: FIGURES as unknown,
};

const recorded = (change: Readonly<Record<string, unknown>>) =>
  answer(PAY, JSON.stringify({ ...RECORDING, ...change }));

test("a recording and the bare answer give the same facts, each at its own place", () => {
  const [first, second] = [recorded({}), answer(PAY, JSON.stringify(FIGURES))].map(
    (document) => readingOf(document).facts,
  );
  const values = (facts: typeof first) => facts?.map(({ row }) => ({ ...row, locator: "" }));
  expect(values(first)).toEqual(values(second));
  expect(first?.map(({ row }) => row.locator)).toEqual(["/body/soc", '["/body/soc","/body/series/0"]']);
  expect(second?.map(({ row }) => row.locator)).toEqual(["/soc", '["/soc","/series/0"]']);
});

describe("a recording is refused", () => {
  test.each([
    ["of another occupation", { request_uri: PAY.replace("1161", "1162") }, "/request_uri"],
    ["of another figure", { request_uri: PAY.replace("Pay", "Hours") }, "/request_uri"],
    ["of no request", { request_uri: "elsewhere" }, "/request_uri"],
    ["with an error", { status: { code: 500, message: "Internal Server Error" } }, "/status/code"],
    [
      "with an answer that was not asked for",
      { status: { code: 404, message: "Not Found" }, body: "" },
      "/status/code",
    ],
    ["without an answer", { body: "" }, "/body"],
    ["with null", { body: null }, "/body"],
    ["with an error that calls itself OK", { body: { error: "No data" } }, "/body/error"],
    ["without a status", { status: undefined }, "/status"],
    ["with more than a recording has", { extra: 1 }, "the whole document"],
  ])("%s", (_name, change, locator) => {
    expect(refusalOf(recorded(change)).locator).toBe(locator);
  });
});

test.each(["", "null", "<html></html>", '{"soc":11,', "[]", "{}", '"1050"', "1050", "\u{FFFD}"])(
  "%j is no answer",
  (body) => {
    expect(refusalOf(answer(PAY, body)).url).toBe(PAY);
  },
);

test("bytes that are no UTF-8 are no answer", () => {
  const body = Buffer.concat([
    Buffer.from('{"soc":11,"series":[],"note":"'),
    Buffer.from([0xff]),
    Buffer.from('"}'),
  ]);
  expect(refusalOf({ url: PAY, mediaType: "application/json", body }).expected).toBe("JSON");
});

test.each([
  ["a code in words", { ...FIGURES, soc: "11" }, "/soc"],
  ["a pay in words", { soc: 11, series: [{ year: 2012, estpay: "1050" }] }, "/series/0/estpay"],
  ["a pay below nothing", { soc: 11, series: [{ year: 2012, estpay: -1 }] }, "/series/0/estpay"],
  ["no pay", { soc: 11, series: [{ year: 2012 }] }, "/series/0/estpay"],
  ["a null pay", { soc: 11, series: [{ year: 2012, estpay: null }] }, "/series/0/estpay"],
  ["a year that is none", { soc: 11, series: [{ year: 12, estpay: 1050 }] }, "/series/0/year"],
  ["hours", { soc: 11, series: [{ year: 2012, hours: 40 }] }, "/series/0/estpay"],
  ["a note", { ...FIGURES, note: "of men" }, "the whole document"],
  ["a note in the series", { soc: 11, series: [{ year: 2012, estpay: 1050, note: "of men" }] }, "/series/0"],
])("an answer with %s is refused", (_name, body, locator) => {
  expect(refusalOf(answer(PAY, JSON.stringify(body))).locator).toBe(locator);
});

test("a figure is of the group that the answer names, or is refused", () => {
  const unitGroup = fc.integer({ min: 1_000, max: 9_999 }).map(String);
  const named = fc.oneof(fc.integer({ min: 1, max: 9_999 }).map(String), fc.integer({ min: 1, max: 4 }));
  fc.assert(
    fc.property(
      unitGroup,
      named,
      fc.constantFrom("true", "false", undefined),
      (soc, codeOrDigits, coarse) => {
        const code = typeof codeOrDigits === "number" ? soc.slice(0, codeOrDigits) : codeOrDigits;
        const query = coarse === undefined ? `soc=${soc}` : `coarse=${coarse}&soc=${soc}`;
        const url = `https://api.lmiforall.org.uk/api/v1/ashe/estimatePay?${query}`;
        const document = answer(url, JSON.stringify({ ...FIGURES, soc: Number(code) }));
        const isMeant = coarse === "true" ? soc.startsWith(code) : soc === code;
        if (isMeant) expect(occupationsOf(document)).toEqual([`uk-soc-2010/${code}`]);
        else expect(refusalOf(document).locator).toBe("/soc");
      },
    ),
  );
});

function occupationsOf(document: DocumentBytes): unknown[] {
  return readingOf(document).facts.flatMap(({ row }) => ("occupation_id" in row ? [row.occupation_id] : []));
}

test.each(["TRUE", "1", ""])("coarse=%s is refused", (coarse) => {
  const url = `https://api.lmiforall.org.uk/api/v1/ashe/estimatePay?coarse=${coarse}&soc=11`;
  expect(refusalOf(answer(url, JSON.stringify(FIGURES))).found).toBe(`“${coarse}”`);
});
