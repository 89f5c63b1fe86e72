import { expect, test } from "vitest";
import { readIndex } from "../../../sources/us-ooh/a-z-index.ts";

const URL = "https://www.bls.gov/ooh/a-z-index.htm";
const ACTORS = "https://www.bls.gov/ooh/entertainment-and-sports/actors.htm";
const MODELS = "https://www.bls.gov/ooh/sales/models.htm";

function entriesIn(items: string): [name: string, url: string, isAlias: boolean][] {
  const body = Buffer.from(`<ul>${items}</ul>`);
  const { extract } = readIndex({ url: URL, mediaType: "text/html", body });
  return extract.entries.map(({ name, url, isAlias }) => [name, url, isAlias]);
}

const link = (address: string, words: string) => `<a href="${address}">${words}</a>`;

test("an occupation's own name is no alias", () => {
  expect(entriesIn(`<li>${link(ACTORS, "    Actors")}</li>`)).toEqual([["Actors", ACTORS, false]]);
});

test("“name, see: profile” is an alias of the profile", () => {
  expect(entriesIn(`<li>${link(ACTORS, "Comedian")}, see: ${link(ACTORS, "Actors")}</li>`)).toEqual([
    ["Comedian", ACTORS, true],
  ]);
});

test("a name with a comma is a whole name", () => {
  expect(entriesIn(`<li>${link(ACTORS, "Actor, voice")}, see: ${link(ACTORS, "Actors")}</li>`)[0]?.[0]).toBe(
    "Actor, voice",
  );
});

test("an alias of several profiles is an entry for each, of the same profile only once", () => {
  const item = `<li>${link(ACTORS, "Extra")}, see: ${link(ACTORS, "Actors")}, ${link(MODELS, "Models")}, ${link(MODELS, "Models")}</li>`;
  expect(entriesIn(item)).toEqual([
    ["Extra", ACTORS, true],
    ["Extra", MODELS, true],
  ]);
});

test("an alias leads to what stands after “see:”, not to the link of its own name", () => {
  expect(entriesIn(`<li>${link(MODELS, "Extra")}, see: ${link(ACTORS, "Actors")}</li>`)).toEqual([
    ["Extra", ACTORS, true],
  ]);
});

test("items that lead to no profile are left out", () => {
  const others = `<li>${link("/ooh/healthcare/home.htm", "Healthcare")}</li><li>A</li><li>${link("/ooh/about/glossary.htm", "Glossary")}, see: ${link("/ooh/print/home.htm", "Print")}</li>`;
  expect(entriesIn(`${others}<li>${link(ACTORS, "Actors")}</li>`)).toHaveLength(1);
});

test("items left open are items of their own", () => {
  expect(entriesIn(`<li>${link(ACTORS, "Actors")}<li>${link(MODELS, "Models")}`)).toHaveLength(2);
});

test("two links without “see:” are refused", () => {
  expect(() => entriesIn(`<li>${link(ACTORS, "Extra")} or ${link(MODELS, "Models")}</li>`)).toThrow(
    `${URL}: at ul > li: expected a name, or “name, see: profile”, found “Extra or Models”.`,
  );
});

test("an alias without a link to its profile is refused", () => {
  expect(() => entriesIn(`<li>${link(ACTORS, "Extra")}, see: Actors</li>`)).toThrow(
    "expected “name, see: profile”, with a link to the profile, found “Extra, see: Actors”",
  );
});

test("an alias without a name is refused", () => {
  expect(() => entriesIn(`<li>${link(ACTORS, "")}, see: ${link(ACTORS, "Actors")}</li>`)).toThrow(
    "found “, see: Actors”",
  );
});

test("an alias whose own link leads elsewhere is still an alias of the profile after “see:”", () => {
  const item = `<li>${link("/ooh/about/glossary.htm", "Comedian")}, see: ${link(ACTORS, "Actors")}</li>`;
  expect(entriesIn(`${item}<li>${link(MODELS, "Models")}</li>`)).toContainEqual(["Comedian", ACTORS, true]);
});

test("a page without a list is refused", () => {
  const body = Buffer.from("<p>Nothing</p>");
  expect(() => readIndex({ url: URL, mediaType: "text/html", body })).toThrow(
    `${URL}: at li: expected one element or more, found 0.`,
  );
});
