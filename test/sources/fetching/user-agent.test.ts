import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { InvalidContact, userAgent } from "../../../sources/fetching/user-agent.ts";

describe("the User-Agent", () => {
  test("names the tool, its version and the mailbox", () => {
    expect(userAgent("1.2.3", "data@example.org")).toBe("occupations/1.2.3 (data@example.org)");
  });

  test("has no parentheses without a contact", () => {
    expect(userAgent("1.2.3", undefined)).toBe("occupations/1.2.3");
  });

  test.each([
    "",
    "nobody",
    "https://example.org/contact",
    "a@b",
    "a b@example.org",
    "a@example.org\r\nX: y",
    "a@example.org)",
    "jürgen@example.org",
    "a..b@example.org",
    `${"a".repeat(250)}@example.org`,
  ])("refuses %j, and says what a contact is", (contact) => {
    expect(() => userAgent("1.2.3", contact)).toThrow(InvalidContact);
    expect(() => userAgent("1.2.3", contact)).toThrow(/plain e-mail address.*nothing was asked/s);
  });

  test("whatever mailbox is accepted, the header is printable ASCII", () => {
    fc.assert(
      fc.property(fc.oneof(fc.emailAddress(), fc.string()), (contact) => {
        try {
          expect(userAgent("1.2.3", contact)).toMatch(/^occupations\/1\.2\.3 \([\x21-\x7e]+\)$/);
        } catch (error) {
          expect(error).toBeInstanceOf(InvalidContact);
        }
      }),
    );
  });
});
