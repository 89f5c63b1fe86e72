import fc from "fast-check";
import { expect, test } from "vitest";
import { fold, textOf } from "../../../sources/reading/text.ts";
import { nodesIn } from "./elements.ts";

const SPACES = fc.constantFrom(" ", "\t", "\n", "\r\n", "\u00a0", "\u200b", "\ufeff", "\u2009", "\u3000");

test.each([
  ["    Actors", "Actors"],
  ["$50,250 \n\t per year", "$50,250 per year"],
  ["in front\u00a0of a\u00a0 monitor", "in front of a monitor"],
  ["\ufeffzero\u200bwidth", "zero width"],
  ["", ""],
])("%j folds to %j", (words, folded) => {
  expect(fold(words)).toBe(folded);
});

test("folding twice changes nothing more", () => {
  const words = fc.array(fc.oneof(SPACES, fc.string())).map((parts) => parts.join(""));
  fc.assert(
    fc.property(words, (text) => {
      expect(fold(fold(text))).toBe(fold(text));
    }),
  );
});

test("folded text has no white space at its ends, no two spaces in a row and no other white space", () => {
  const words = fc.array(fc.oneof(SPACES, fc.string())).map((parts) => parts.join(""));
  fc.assert(
    fc.property(words, (text) => {
      expect(fold(text)).not.toMatch(/^\s|\s$|\s\s|[^\S ]|[\u00a0\u200b\ufeff]/);
    }),
  );
});

test("words that are set apart by any white space stay the same words", () => {
  const word = fc.stringMatching(/^[a-z0-9$,.]{1,8}$/);
  fc.assert(
    fc.property(fc.array(fc.tuple(word, fc.array(SPACES, { minLength: 1 })), { minLength: 1 }), (parts) => {
      const text = parts.map(([letters, spaces]) => letters + spaces.join("")).join("");
      expect(fold(text).split(" ")).toEqual(parts.map(([letters]) => letters));
    }),
  );
});

test.each([
  ["text of blocks does not run together", "<p>one</p><p>two</p>", "one two"],
  ["a line break separates words", "one<br>two", "one two"],
  ["text of inline elements does run together", "<em>o</em><strong>ne</strong>", "one"],
  ["entities are decoded", "R&amp;D &lt;5 &rsquo;&nbsp;x", "R&D <5 ’ x"],
  ["comments are left out", "a<!-- b -->c", "ac"],
  ["scripts and styles are left out", "a<script>b()</script><style>c{}</style>", "a"],
  ["struck-out text is left out", "ten<del> twelve</del><s> eleven</s><strike> nine</strike>", "ten"],
  ["inserted text is read", "ten<ins> or more</ins>", "ten or more"],
  ["cells do not run together", "<table><tr><td>28%</td><td>19</td></tr></table>", "28% 19"],
])("%s", (_, html, text) => {
  expect(textOf(nodesIn(html))).toBe(text);
});
