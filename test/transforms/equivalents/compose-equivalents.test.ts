import { describe, expect, test } from "vitest";
import type { BridgeRows } from "../../../transforms/equivalents/bridge-rows.ts";
import { composeEquivalents } from "../../../transforms/equivalents/compose-equivalents.ts";
import { CUT_OFF, LEAST_OF_BEST, MOST_COUNTERPARTS } from "../../../transforms/equivalents/score.ts";
import { CHEFS, occupation, pair } from "./chefs.ts";

const scoresOf = (rows: BridgeRows) =>
  Object.fromEntries(
    composeEquivalents(rows).map(({ from_id, to_id, score }) => [`${from_id} ${to_id}`, score]),
  );
const round = (value: number) => Math.round(value * 1000) / 1000;

describe("the example of the README, computed by hand", () => {
  // Four occupations have names; three of them have “chef”, two “head”, “cook” and “sous”, one “school”.
  const chef = Math.log(4 / 3);
  const head = Math.log(4 / 2);
  const [cook, sous] = [head, head];
  const title = (2 * (head + chef)) / (chef + head + cook + head + chef);
  const unitNames = (title + (title + 1) / 2) / 2;

  test("the path to the chefs of the UK: 1 × 0.8 × the mean of 15/18 and 15/15", () => {
    const path = 1 * 0.8 * ((15 / 18 + 15 / 15) / 2);
    const score = round((path + unitNames) / 2);
    expect(score).toBe(0.769);
    expect(composeEquivalents(CHEFS)).toContainEqual({
      ...{ from_id: "us-ooh/chefs-and-head-cooks", to_id: "uk-soc-2020/5434", score, weight: 1 },
      method: "us-ooh>us-soc-2018>us-soc-2010>isco-08>uk-soc-2020+titles",
      restsOn: [
        "us-ooh/chefs-and-head-cooks > us-soc-2018/35-1011",
        "us-soc-2010/35-1011 > us-soc-2018/35-1011",
        "us-soc-2010/35-1011 > isco-08/3434",
        "uk-soc-2020/5434 > isco-08/3434",
        "us-ooh/chefs-and-head-cooks",
        "uk-soc-2020/5434: Head chef",
      ],
    });
  });

  test("a code that a profile covers alone has its names, and the same score", () => {
    expect(scoresOf(CHEFS)["us-soc-2018/35-1011 uk-soc-2020/5434"]).toBe(0.769);
  });

  test("the job profile: the path goes on through its unit group, and its one name agrees with “Sous Chef”", () => {
    const path = 0.8 * ((15 / 18 + 15 / 15) / 2) * 1;
    const names = (0 + (2 * chef) / (sous + chef + chef)) / 2;
    expect(round((path + names) / 2)).toBe(0.48);
    expect(scoresOf(CHEFS)["us-ooh/chefs-and-head-cooks uk-ncs/chef"]).toBe(0.48);
  });

  test("the cooks are less than half as sure as the chefs, and are left out", () => {
    const path = 0.8 * ((3 / 18 + 3 / 12) / 2);
    const best = (2 * cook) / (chef + head + cook + cook);
    const score = round((path + (best + best / 2) / 2) / 2);
    expect(score).toBeGreaterThan(CUT_OFF);
    expect(score).toBeLessThan(0.769 * LEAST_OF_BEST);
    expect(scoresOf(CHEFS)).not.toHaveProperty("us-ooh/chefs-and-head-cooks uk-soc-2020/5435");
  });

  test("is all there is", () => {
    expect(Object.keys(scoresOf(CHEFS))).toHaveLength(3);
  });
});

describe("the crosswalks", () => {
  const changed = (change: Partial<BridgeRows>) => scoresOf({ ...CHEFS, ...change });
  const KEY = "us-ooh/chefs-and-head-cooks uk-soc-2020/5434";

  test("count a partial pair less than a whole one", () => {
    const whole = CHEFS.equivalents.map((one) => ({
      ...one,
      method: one.method.replace("-partial", ""),
    }));
    expect(changed({ equivalents: whole })[KEY]).toBeGreaterThan(scoresOf(CHEFS)[KEY] ?? 1);
  });

  test("count one alternative of two less than the only one", () => {
    const more = [...CHEFS.equivalents, pair("us-soc-2010/35-1011", "isco-08/5120", "published-partial")];
    expect(changed({ equivalents: more })[KEY]).toBeLessThan(scoresOf(CHEFS)[KEY] ?? 0);
  });

  test("lead through a group of three digits to the unit groups below it", () => {
    const equivalents = CHEFS.equivalents.map((one) =>
      one.to_id === "isco-08/3434" && one.from_id.startsWith("us-") ? { ...one, to_id: "isco-08/343" } : one,
    );
    const occupations = [
      ...CHEFS.occupations.filter(({ id }) => id !== "isco-08/3434"),
      occupation("isco-08/343", "minor", "Artistic, cultural and culinary associate professionals"),
      occupation("isco-08/3433", "unit", "Gallery technicians", "isco-08/343"),
      occupation("isco-08/3434", "unit", "Chefs", "isco-08/343"),
    ];
    const found = composeEquivalents({ ...CHEFS, occupations, equivalents });
    const [chefs] = found.filter(({ from_id }) => from_id === "us-soc-2018/35-1011");
    expect(chefs?.restsOn).toContain("us-soc-2010/35-1011 > isco-08/343");
    expect(chefs?.score).toBeLessThan(0.769);
  });

  test("never join two editions by their numbers", () => {
    // The same digits in both editions on either side, and no pair between them.
    const equivalents = CHEFS.equivalents.filter(({ to_id }) => !to_id.startsWith("us-soc-2018/"));
    const occupations = [...CHEFS.occupations, occupation("uk-soc-2010/5434", "unit", "Chefs")];
    const covers = CHEFS.covers.map((one) => ({
      ...one,
      to_id: one.to_id.replace("uk-soc-2020", "uk-soc-2010"),
    }));
    for (const { weight, method } of composeEquivalents({ ...CHEFS, occupations, equivalents, covers }))
      expect([weight, method]).toEqual([0, "titles"]);
  });

  test("lead to a job profile by a code of SOC 2010 as far as the coding index moves its entries", () => {
    const covers = [
      { from_id: "uk-ncs/commis", to_id: "uk-soc-2010/5434" },
      { from_id: "us-ooh/chefs-and-head-cooks", to_id: "us-soc-2018/35-1011" },
    ];
    const occupations = [
      ...CHEFS.occupations.filter(({ scheme }) => scheme !== "uk-ncs"),
      occupation("uk-ncs/commis", "profile", "Commis"),
      occupation("uk-soc-2010/5434", "unit", "Chefs"),
    ];
    const equivalents = [
      ...CHEFS.equivalents.map((one) => ({ ...one, method: one.method.replace("-partial", "") })),
      pair("uk-soc-2010/5434", "uk-soc-2020/5434", "coding-index", 18),
      pair("uk-soc-2010/5434", "uk-soc-2020/5435", "coding-index", 2),
    ];
    const found = composeEquivalents({ ...CHEFS, occupations, equivalents, covers });
    const [commis] = found.filter(({ to_id }) => to_id === "uk-ncs/commis");
    const shares = [(18 / 20 + 1) / 2, (2 / 20 + 1) / 2];
    const routes = [(15 / 18 + 1) / 2, (3 / 18 + 3 / 12) / 2];
    // The only job profile of each unit group: its share of all memberships is 1.
    const legs = shares.map((share, at) => (routes[at] ?? 0) * ((share + 1) / 2));
    const path = 1 - legs.reduce((none, leg) => none * (1 - leg), 1);
    expect(commis?.score).toBe(round(path / 2));
    expect(commis?.method).toBe("us-ooh>us-soc-2018>us-soc-2010>isco-08>uk-soc-2020>uk-ncs");
    expect(commis?.restsOn).toContain("uk-soc-2010/5434 > uk-soc-2020/5434");
  });
});

describe("names without a path", () => {
  // Words for roles are common, as they are among real names.
  const OTHERS = ["Dental", "Planning", "Rail", "Warehouse"].map((words, at) =>
    occupation(`uk-soc-2020/900${at}`, "unit", `${words} clerks, officers and specialists`),
  );
  const rows = (unit: string, index: string): BridgeRows => ({
    occupations: [
      occupation("uk-soc-2020/4131", "unit", unit),
      ...OTHERS,
      occupation("us-ooh/records", "profile", "Medical Records Specialists"),
    ],
    names: [{ occupation_id: "uk-soc-2020/4131", name: index }],
    equivalents: [],
    covers: [],
  });

  test("make a counterpart where they are equal but for the words for roles", () => {
    expect(composeEquivalents(rows("Records clerks", "Medical records officer"))).toEqual([
      expect.objectContaining({ to_id: "uk-soc-2020/4131", method: "titles", weight: 0 }),
    ]);
  });

  test("make none where they are only alike", () => {
    expect(composeEquivalents(rows("Records clerks", "Medical records supervisor"))).toEqual([]);
  });
});

test("what many claim is cut to the best, in an order that does not depend on the order of the rows", () => {
  const units = Array.from({ length: 12 }, (_, at) => `uk-soc-2020/${5000 + at}`);
  const rows: BridgeRows = {
    ...CHEFS,
    occupations: [...CHEFS.occupations, ...units.map((id) => occupation(id, "unit", "Chefs and head cooks"))],
    names: [...CHEFS.names, ...units.map((id) => ({ occupation_id: id, name: "Sous chef" }))],
  };
  const found = composeEquivalents(rows).filter(({ from_id }) => from_id.startsWith("us-soc-2018/"));
  expect(found).toHaveLength(MOST_COUNTERPARTS);
  const turned = { ...rows, occupations: rows.occupations.toReversed(), names: rows.names.toReversed() };
  const again = composeEquivalents(turned).filter(({ from_id }) => from_id.startsWith("us-soc-2018/"));
  expect(again.map(({ to_id, score }) => [to_id, score])).toEqual(
    found.map(({ to_id, score }) => [to_id, score]),
  );
});
