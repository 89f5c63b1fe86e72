import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { retryAfterMilliseconds } from "../../../sources/fetching/retry-after.ts";

const now = new Date("2026-11-23T12:00:00Z");
const wholeSecond = fc
  .date({ min: new Date("1990-01-01"), max: new Date("2089-12-31"), noInvalidDate: true })
  .map((date) => new Date(Math.floor(date.getTime() / 1000) * 1000));

describe("Retry-After", () => {
  test("in seconds is so many seconds", () => {
    fc.assert(
      fc.property(fc.nat(), (seconds) => {
        expect(retryAfterMilliseconds(String(seconds), undefined, now)).toBe(seconds * 1000);
      }),
    );
  });

  test("as a date is the time from the publisher's Date to it, never negative", () => {
    fc.assert(
      fc.property(wholeSecond, wholeSecond, (until, date) => {
        const wait = retryAfterMilliseconds(until.toUTCString(), date.toUTCString(), now);
        expect(wait).toBe(Math.max(0, until.getTime() - date.getTime()));
      }),
    );
  });

  test("as a date without Date is measured with our own clock", () => {
    expect(retryAfterMilliseconds("Mon, 23 Nov 2026 12:00:30 GMT", undefined, now)).toBe(30_000);
  });

  test("is understood in the obsolete forms of a date", () => {
    expect(retryAfterMilliseconds("Monday, 23-Nov-26 12:00:30 GMT", undefined, now)).toBe(30_000);
    expect(retryAfterMilliseconds("Mon Nov 23 12:00:30 2026", undefined, now)).toBe(30_000);
  });

  test.each([undefined, "", "soon", "-1", "1.5", "0x10", "2026-11-23", "Mon, 99 Foo 2026"])(
    "%j says nothing",
    (text) => {
      expect(retryAfterMilliseconds(text, undefined, now)).toBeUndefined();
    },
  );

  test("whatever a server writes, it is undefined or a number of milliseconds from 0", () => {
    fc.assert(
      fc.property(fc.string(), fc.option(fc.string(), { nil: undefined }), (text, date) => {
        const wait = retryAfterMilliseconds(text, date, now);
        expect(wait === undefined || wait >= 0).toBe(true);
      }),
    );
  });
});
