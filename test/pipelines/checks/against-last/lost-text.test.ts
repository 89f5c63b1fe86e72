import { describe, expect, test } from "vitest";
import { lostText } from "../../../../pipelines/checks/against-last/lost-text.ts";
import type { Fact } from "../../../../transforms/model/model.ts";
import { ACTORS, documentOf, fact, findingsOf } from "./documents.ts";

const duties = (count: number) =>
  Array.from({ length: count }, (_, index) => fact("duty", { position: index + 1, text: `Task ${index}` }));
const section = (topic: string, position: number) =>
  fact("section", { topic, position, heading: topic, text: "Words." });
const lost = (before: readonly Fact[], now: readonly Fact[]) =>
  findingsOf(lostText, documentOf(before), documentOf(now));

describe("a list", () => {
  test("may lose an item, however short it is", () => {
    expect(lost(duties(2), duties(1))).toEqual([]);
    expect(lost(duties(9), duties(8))).toEqual([]);
  });

  test("may lose a third, and no more", () => {
    expect(lost(duties(9), duties(6))).toEqual([]);
    expect(lost(duties(9), duties(5))).toEqual([`duty of ${ACTORS} has 5 rows instead of 9`]);
  });

  test("does not go as a whole", () => {
    expect(lost(duties(1), [])).toEqual([`duty of ${ACTORS} is gone (1 rows)`]);
  });

  test("may grow", () => {
    expect(lost(duties(2), duties(9))).toEqual([]);
  });
});

test("a section that goes is missed, whatever others come", () => {
  expect(
    lost([section("pay", 1), section("outlook", 2)], [section("pay", 1), section("training", 2)]),
  ).toEqual([`section “outlook” of ${ACTORS} is gone (1 rows)`]);
});

test("entry routes are prose: the university route does not go as a whole", () => {
  const route = (name: "university" | "college") =>
    fact("requirement", {
      kind: "entry-route",
      route: name,
      part: "description",
      position: 1,
      text: "Words.",
    });
  expect(lost([route("university"), route("college")], [route("college")])).toEqual([
    `requirement entry-route university description of ${ACTORS} is gone (1 rows)`,
  ]);
});

test("the tasks of one unit group are missed in a workbook of many", () => {
  const ofOthers = duties(20).map(
    (duty) => ({ ...duty, row: { ...duty.row, occupation_id: "us-ooh/bakers" } }) as Fact,
  );
  expect(lost([...duties(3), ...ofOthers], ofOthers)).toEqual([`duty of ${ACTORS} is gone (3 rows)`]);
});

test("names of an index are counted together", () => {
  const name = (of: string, words: string) =>
    fact("occupation_name", { occupation_id: of, kind: "index", name: words });
  const before = ["one", "two", "three", "four", "five", "six"].map((of) => name(`us-ooh/${of}`, of));
  expect(lost(before, before.slice(1))).toEqual([]);
  expect(lost(before, before.slice(3))).toEqual(["occupation_name of kind index has 3 rows instead of 6"]);
});

test("the code that a profile shows is missed", () => {
  const mention = { from_id: ACTORS, schemes: ["uk-soc-2020"], code: "3413", title: "Actors", raw: "3413" };
  const shown = { ...mention, source_id: "uk-ncs", capture_id: "capture-1", locator: "p" };
  expect(findingsOf(lostText, { ...documentOf([]), mentions: [shown] }, documentOf([]))).toEqual([
    `the code of ${ACTORS} is gone (1 rows)`,
  ]);
});

test("figures are not prose", () => {
  expect(lost([fact("wage", { amount: 1 })], [])).toEqual([]);
});
