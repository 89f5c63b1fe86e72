import Database from "better-sqlite3";
import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { conditionOfForm } from "../../../sinks/sqlite/glob.ts";
import { TABLES } from "../../../transforms/model/model.ts";

const database = new Database(":memory:");
afterAll(() => database.close());

function accepts(form: RegExp, text: string): boolean {
  const query = `SELECT ${conditionOfForm("word", form)} FROM (SELECT ? AS word)`;
  return database.prepare(query).pluck().get(text) === 1;
}

const FORMS = new Map(
  TABLES.flatMap(({ columns }) => Object.values(columns))
    .flatMap(({ form }) => (form === undefined ? [] : [form]))
    .concat(/^(a|b[*?]){2}c?$/, /^\$x\.y$/)
    .map((form) => [form.source, form]),
);

describe.each([...FORMS.values()])("%s", (form) => {
  test("SQLite accepts what the expression matches", () => {
    fc.assert(fc.property(fc.stringMatching(form), (text) => accepts(form, text)));
  });

  test("SQLite refuses what the expression does not match", () => {
    const change = fc.tuple(fc.stringMatching(form), fc.nat(), fc.constantFrom("", "x", "0", "-", "*", "é"));
    fc.assert(
      fc.property(change, ([text, place, letter]) => {
        const at = place % (text.length + 1);
        const changed = text.slice(0, at) + letter + text.slice(at + 1);
        expect(accepts(form, changed)).toBe(form.test(changed));
      }),
    );
  });
});

test.each([/^a+$/, /^a*$/, /a/, /^a.b$/, /^\w$/, /^(?:a)$/, /^a{1,2}$/, /^[^a]$/, /^a$/i])(
  "%s is refused: GLOB cannot say it",
  (form) => {
    expect(() => conditionOfForm("word", form)).toThrow("cannot be said");
  },
);
