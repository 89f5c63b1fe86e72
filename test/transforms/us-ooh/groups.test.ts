import { expect, test } from "vitest";
import { ALL, groupNamesOf } from "../../../transforms/us-ooh/groups.ts";
import { pageOf } from "./profile-of.ts";

test.each(["bus drivers", "Bus Drivers", "BUS DRIVERS"])(
  "%j is the whole, as the page's title says",
  (subject) => {
    expect(groupNamesOf(pageOf("two-employer-groups"), 0).inProse(subject, "#at")).toEqual(ALL);
  },
);

test("the title of the row about the whole is the whole too", () => {
  const names = groupNamesOf(pageOf("stray-text"), 0);
  expect(names.inProse("mining and geological engineers, including mining safety engineers", "#at")).toEqual(
    ALL,
  );
  expect(names.inProse("mining and geological engineers", "#at")).toEqual(ALL);
});

test("a row of the projections table is a group, with the row's own words and code", () => {
  expect(groupNamesOf(pageOf("two-employer-groups"), 0).inProse("bus drivers, school", "#at")).toEqual({
    group_title: "Bus drivers, school",
    group_id: "us-soc-2018/53-3051",
  });
});

test("a row whose code is a dash is a group without one", () => {
  const page = pageOf("two-employer-groups");
  expect(groupNamesOf(page, 1).inProse("Bus drivers, transit and intercity", "#at").group_id).toBe(
    "us-soc-2018/53-3052",
  );
  const { projections } = pageOf("two-employer-groups").extract;
  const rows = (projections?.rows ?? []).map((row, index) => (index === 2 ? { ...row, code: "—" } : row));
  const dashed = pageOf("two-employer-groups", { projections: projections && { ...projections, rows } });
  expect(groupNamesOf(dashed, 0).inProse("Bus drivers, transit and intercity", "#at")).toEqual({
    group_title: "Bus drivers, transit and intercity",
    group_id: null,
  });
});

const EXPECTED =
  "the name of the occupation, or of a row of its projections table (Bus Drivers | Bus drivers | Bus drivers, school | Bus drivers, transit and intercity)";

test("a name that the page does not explain is none of its groups, and refused where it stands in prose", () => {
  const names = groupNamesOf(pageOf("two-employer-groups"), 0);
  expect(names.find("school bus drivers")).toBeUndefined();
  expect(() => names.inProse("school bus drivers", "#tab-5 > p")).toThrow(
    `at #tab-5 > p: expected ${EXPECTED}, found “school bus drivers”.`,
  );
});

test("a name beside the whole's figure is the whole, unless it is that of a part", () => {
  const names = groupNamesOf(pageOf("two-employer-groups"), 0);
  expect(names.inProse("drivers", "#at", true)).toEqual(ALL);
  expect(names.inProse("bus drivers, school", "#at", true).group_title).toBe("Bus drivers, school");
});

test.each([
  ["bus drivers", ALL],
  ["Bus drivers, school", { group_title: "Bus drivers, school", group_id: "us-soc-2018/53-3051" }],
  ["Total, all occupations", undefined],
])("%j is found, or not, without a refusal", (name, group) => {
  const page = pageOf("two-employer-groups");
  expect(groupNamesOf(page, 0).find(name)).toEqual(group);
  expect(page.remarks).toEqual([]);
});

test.each(["Bus Drivers, School", "bus  drivers, school"])(
  "the label %j of a table is kept as printed, under the code of its row",
  (label) => {
    const names = groupNamesOf(pageOf("two-employer-groups"), 0);
    expect(names.inTable(label, "#at")).toEqual({ group_title: label, group_id: "us-soc-2018/53-3051" });
  },
);

test.each(["Night owls", "Bus drivers"])("the label %j of a table is no part, and refused", (label) => {
  const names = groupNamesOf(pageOf("two-employer-groups"), 0);
  expect(() => names.inTable(label, "#row")).toThrow(`at #row: expected ${EXPECTED}, found “${label}”.`);
});

test("either apostrophe names the same group", () => {
  const page = pageOf("plain-page", { title: { text: "Barristers’ Clerks", at: "h1" } });
  expect(groupNamesOf(page, 0).inProse("barristers' clerks", "#at")).toEqual(ALL);
});

test("a page without a projections table knows its title", () => {
  expect(groupNamesOf(pageOf("no-quick-facts"), 0).inProse("military careers", "#at")).toEqual(ALL);
});
