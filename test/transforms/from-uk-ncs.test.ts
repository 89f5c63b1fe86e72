import { expect, test } from "vitest";
import { rowsOf } from "../sources/cases/facts-of.ts";
import { factsOf, refusalOf } from "./uk-ncs/profile-of.ts";

const quote = (text: string, at = "li") => ({ text, at });

test("a profile carries no date, no citation and no parent", () => {
  const [row] = rowsOf(factsOf({}).facts, "occupation");
  expect(row).toMatchObject({
    id: "uk-ncs/plumber",
    scheme: "uk-ncs",
    code: "plumber",
    level: "profile",
    country: "UK",
    title: "Plumber",
    summary: "Plumbers lay pipes.",
    page_date: null,
    parent_id: null,
    citation: null,
  });
  expect(factsOf({}).edition).toBeUndefined();
});

test("the code is decoded", () => {
  const url = "https://nationalcareers.service.gov.uk/job-profiles/barrister%27s-clerk";
  expect(rowsOf(factsOf({ url }).facts, "occupation")[0]?.id).toBe("uk-ncs/barrister's-clerk");
});

test("entry routes are counted through, the description of each before what it asks for", () => {
  const routes = [
    {
      route: "college",
      description: "Evenings.",
      requirements: [quote("GCSEs"), quote("tools")],
      at: "#College",
    },
    { route: "work", description: null, requirements: [], at: "#work" },
    { route: "other-routes", description: "Courses.", requirements: [], at: "#otherroutes" },
  ] as const;
  const rows = rowsOf(
    factsOf({ routes: routes.map((one) => ({ ...one, requirements: [...one.requirements] })) }).facts,
    "requirement",
  );
  expect(rows.map(({ kind, position, route, part, text }) => [kind, position, route, part, text])).toEqual([
    ["entry-route", 1, "college", "description", "Evenings."],
    ["entry-route", 2, "college", "entry-requirement", "GCSEs"],
    ["entry-route", 3, "college", "entry-requirement", "tools"],
    ["entry-route", 4, "other", "description", "Courses."],
  ]);
});

test("restrictions are counted on their own and belong to no route", () => {
  const rows = rowsOf(factsOf({ restrictions: [quote("be 18"), quote("swim")] }).facts, "requirement");
  expect(rows.map(({ kind, position, route, part, text }) => [kind, position, route, part, text])).toEqual([
    ["restriction", 1, null, null, "be 18"],
    ["restriction", 2, null, null, "swim"],
  ]);
});

test("duties are counted through the page, each with the introduction of its list", () => {
  const duties = [
    { introduction: quote("You could be:", "p"), items: [quote("fitting"), quote("mending")] },
    { introduction: null, items: [quote("paying rent")] },
  ];
  const rows = rowsOf(factsOf({ duties }).facts, "duty");
  expect(rows.map(({ position, heading, text, locator }) => [position, heading, text, locator])).toEqual([
    [1, "You could be:", "fitting", '["li","p"]'],
    [2, "You could be:", "mending", '["li","p"]'],
    [3, null, "paying rent", "li"],
  ]);
});

test("a skill is a name, and nothing is said of it", () => {
  expect(rowsOf(factsOf({}).facts, "quality")[0]).toMatchObject({ position: 1, name: "care", text: null });
});

test("related careers are similar ones, once each", () => {
  const to = (slug: string) => ({
    title: slug,
    url: `https://nationalcareers.service.gov.uk/job-profiles/${slug}`,
    at: "a",
  });
  const rows = rowsOf(
    factsOf({ related: [to("nurse"), to("builders%27-merchant"), to("nurse")] }).facts,
    "relation",
  );
  expect(rows.map(({ to_id, kind, method, score }) => [to_id, kind, method, score])).toEqual([
    ["uk-ncs/nurse", "similar", "published", null],
    ["uk-ncs/builders'-merchant", "similar", "published", null],
  ]);
});

test("where no related link leads to a profile, the addresses have changed", () => {
  const related = [{ title: "Nurse", url: "https://nationalcareers.service.gov.uk/jobs/nurse", at: "a" }];
  expect(refusalOf({ related })).toContain("the address of a profile");
});
