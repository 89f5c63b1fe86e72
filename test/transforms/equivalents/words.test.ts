import fc from "fast-check";
import { expect, test } from "vitest";
import { nameKey, wordsOf, workKey } from "../../../transforms/equivalents/words.ts";

const key = (name: string) => nameKey(wordsOf(name));

test.each([
  ["Registered Nurses", "nurse, registered"],
  ["Programmers", "Programming"],
  ["Secretaries", "Secretary"],
  ["Waitresses", "waitress"],
  ["Children’s nurses", "children's nurse"],
  ["Teaching professionals n.e.c.", "Professional teacher"],
])("“%s” and “%s” are one name", (one, other) => {
  expect(key(one)).toBe(key(other));
});

test.each([
  ["Actors", "Actuaries"],
  ["Actor", "Act"],
  ["Nurse", "Nursery nurse"],
  ["Physician", "Physicist"],
  ["Barista", "Barrister"],
  ["Coach", "Coach driver"],
  ["Pilot", "Pilates"],
])("“%s” and “%s” are two", (one, other) => {
  expect(key(one)).not.toBe(key(other));
});

test("words for roles tell nothing of the work, and a name of nothing else has no key", () => {
  expect(workKey(wordsOf("Health records clerk"))).toBe(workKey(wordsOf("Health Records Technician")));
  expect(workKey(wordsOf("Senior technician"))).not.toBe("");
  expect(workKey(wordsOf("Technicians and operators"))).toBe("");
});

test("a name has each stem once, whatever its case, its order and its punctuation", () => {
  const word = fc.constantFrom("Chef", "nurses", "Software", "engineer", "bus", "Driver");
  fc.assert(
    fc.property(
      fc.array(word, { minLength: 1, maxLength: 6 }),
      fc.constantFrom(" ", ", ", " and ", "/"),
      (words, between) => {
        const name = words.join(between);
        const stems = wordsOf(name);
        expect(new Set(stems).size).toBe(stems.length);
        expect(key(name)).toBe(key(words.toReversed().join(" ").toUpperCase()));
      },
    ),
  );
});
