import { expect, test } from "vitest";
import { movedText } from "../../../../pipelines/checks/against-last/moved-text.ts";
import type { Fact } from "../../../../transforms/model/model.ts";
import { ACTORS, documentOf, fact, findingsOf } from "./documents.ts";

const STUDY = "Actors typically study drama.";
const LEARN = "Actors learn their craft over years.";

const section = (topic: string, text: string) => fact("section", { topic, heading: topic, text });
const duty = (heading: string, text: string) => fact("duty", { heading, text });
const route = (name: "university" | "college", text: string) =>
  fact("requirement", { kind: "entry-route", route: name, part: "entry-requirement", text });
const moved = (before: readonly Fact[], now: readonly Fact[], edition?: string) =>
  findingsOf(movedText, documentOf(before), documentOf(now, edition));

const SECTIONS = [section("education", STUDY), section("training", LEARN)];

test("sentences that have changed their sections are held back", () => {
  expect(moved(SECTIONS, [section("education", LEARN), section("training", STUDY)])).toEqual([
    `“${LEARN}” is in the section “education” of ${ACTORS}, and was in the section “training” of ${ACTORS}`,
    `“${STUDY}” is in the section “training” of ${ACTORS}, and was in the section “education” of ${ACTORS}`,
  ]);
});

test("one sentence of a section that has got into another is enough", () => {
  const now = [section("education", "Few do."), section("training", `${LEARN} ${STUDY}`)];
  expect(moved(SECTIONS, now)).toHaveLength(1);
});

test("an item that has got into another list is held back", () => {
  const lists = [duty("Actors do:", "Read scripts"), duty("Extras do:", "Wait for hours")];
  expect(moved(lists, [...lists.slice(0, 1), duty("Actors do:", "Wait for hours")])).toHaveLength(1);
});

test("a requirement that has got under another route is held back", () => {
  expect(
    moved([route("university", "3 A levels"), route("college", "2 GCSEs")], [route("college", "3 A levels")]),
  ).toHaveLength(1);
});

test("words that come into a second part, and stay in the first, may", () => {
  const before = [route("university", "3 A levels"), route("college", "2 GCSEs")];
  expect(moved(before, [...before, route("college", "3 A levels")])).toEqual([]);
});

test("words under a heading that is new, or in other words, may", () => {
  expect(
    moved([duty("Actors do:", "Read scripts")], [duty("Actors do the following:", "Read scripts")]),
  ).toEqual([]);
});

test("other words may, and a new edition may put all in another order", () => {
  expect(moved(SECTIONS, [section("education", "Other words."), section("training", LEARN)])).toEqual([]);
  expect(moved(SECTIONS, [section("education", LEARN), section("training", STUDY)], "2026-36")).toEqual([]);
});
