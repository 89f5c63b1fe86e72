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

test("a name that the page does not explain is kept as it stands, and remarked on with its place", () => {
  const page = pageOf("two-employer-groups");
  expect(groupNamesOf(page, 0).inProse("school bus drivers", "#tab-5 > p")).toEqual({
    group_title: "school bus drivers",
    group_id: null,
  });
  expect(page.remarks).toEqual([
    {
      rule: "unknown-group",
      locator: "#tab-5 > p",
      message: "“school bus drivers” is neither the page's title nor a row of its projections table.",
    },
  ]);
});

test.each([
  ["Bus Drivers, School", "us-soc-2018/53-3051"],
  ["bus  drivers, school", "us-soc-2018/53-3051"],
  ["Night owls", null],
])("the label %j of a table is kept as printed", (label, group_id) => {
  const page = pageOf("two-employer-groups");
  expect(groupNamesOf(page, 0).inTable(label)).toEqual({ group_title: label, group_id });
  expect(page.remarks).toEqual([]);
});

test("either apostrophe names the same group", () => {
  const page = pageOf("plain-page", { title: { text: "Barristers’ Clerks", at: "h1" } });
  expect(groupNamesOf(page, 0).inProse("barristers' clerks", "#at")).toEqual(ALL);
});

test("a page without a projections table knows its title", () => {
  expect(groupNamesOf(pageOf("no-quick-facts"), 0).inProse("military careers", "#at")).toEqual(ALL);
});

test("a name that the page does not explain is remarked on once, however often it is asked for", () => {
  const page = pageOf("two-employer-groups");
  const names = groupNamesOf(page, 0);
  names.inProse("school bus drivers", "#tab-5 > p");
  names.inProse("school bus drivers", "#tab-5 > p");
  expect(page.remarks).toHaveLength(1);
});
