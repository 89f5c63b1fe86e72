import { beforeAll, describe, expect, it } from "vitest";
import type { BridgeRows, Counterpart } from "../../../transforms/equivalents/bridge-rows.ts";
import { composeEquivalents } from "../../../transforms/equivalents/compose-equivalents.ts";
import { CUT_OFF } from "../../../transforms/equivalents/score.ts";
import { hasBridgeCorpus, savedBridgeRows } from "./bridge.ts";
import { firstIsGood, type JudgedPair, judgedPairs, qualityOf } from "./judged-pairs.ts";

describe.skipIf(!hasBridgeCorpus)("the counterparts that are composed from the saved documents", () => {
  let rows: BridgeRows;
  let found: readonly Counterpart[];
  let milliseconds: number;
  const judged = judgedPairs();
  const picked = judged.filter(({ how }) => how === "picked");
  const drawn = judged.filter(({ how }) => how === "drawn");

  beforeAll(() => {
    rows = savedBridgeRows();
    const start = performance.now();
    found = composeEquivalents(rows);
    milliseconds = performance.now() - start;
  });

  it("the judged pairs are of occupations that are there, each judged once, and for a reason", () => {
    const ids = new Set(rows.occupations.map(({ id }) => id));
    for (const { us, uk, verdict, reason, how } of judged) {
      expect([us, uk].filter((id) => !ids.has(id))).toEqual([]);
      expect(["good", "bad"]).toContain(verdict);
      expect(["picked", "drawn"]).toContain(how);
      expect(reason).not.toBe("");
    }
    expect(new Set(judged.map(({ us, uk }) => `${us} ${uk}`)).size).toBe(judged.length);
    expect(judged.length).toBeGreaterThan(300);
  });

  it.each<[string, string, string]>([
    [
      "medical records specialists, the records clerks",
      "medical-records-and-health-information-technicians",
      "4131",
    ],
    ["registered nurses, the nurses for adults", "registered-nurses", "2237"],
    ["software developers, the programmers", "software-developers", "2134"],
    ["chefs and head cooks, the chefs", "chefs-and-head-cooks", "5434"],
  ])("first of all unit groups, %s", (_what, profile, unit) => {
    const [first] = found.filter(
      ({ from_id, to_id }) => from_id === `us-ooh/${profile}` && to_id.startsWith("uk-soc-2020/"),
    );
    expect(first?.to_id).toBe(`uk-soc-2020/${unit}`);
  });

  it.each<[string, readonly string[]]>([
    ["medical-records-and-health-information-technicians", ["health-records-clerk"]],
    ["registered-nurses", ["nurse", "children's-nurse", "mental-health-nurse", "district-nurse"]],
    ["software-developers", ["software-developer", "app-developer"]],
    ["chefs-and-head-cooks", ["chef", "head-chef"]],
  ])("%s find their job profiles", (profile, expected) => {
    const jobs = found.flatMap(({ from_id, to_id }) => (from_id === `us-ooh/${profile}` ? [to_id] : []));
    expect(jobs).toEqual(expect.arrayContaining(expected.map((job) => `uk-ncs/${job}`)));
  });

  it("precision and recall on the judged pairs are what the README says, or better", () => {
    const all = qualityOf(found, judged);
    const ofPicked = qualityOf(found, picked);
    const ofDrawn = qualityOf(found, drawn);
    const first = firstIsGood(found, judged);
    console.log(
      [
        `At the cut-off of ${CUT_OFF}, of ${judged.length} judged pairs (${count(judged)}):`,
        `  all: precision ${share(all.precision)}, recall ${share(all.recall)}`,
        `  picked (${count(picked)}): precision ${share(ofPicked.precision)}, recall ${share(ofPicked.recall)}`,
        `  drawn at random from the results (${count(drawn)}): precision ${share(ofDrawn.precision)}`,
        `  a good counterpart in the first place: ${first.hits} of ${first.asked} (${share(first.rate)})`,
        `  missing: ${all.missing.join("; ")}`,
        `  wrong: ${all.wrong.join("; ")}`,
      ].join("\n"),
    );
    expect(all.precision).toBeGreaterThanOrEqual(0.88);
    expect(all.recall).toBeGreaterThanOrEqual(0.92);
    expect(ofDrawn.precision).toBeGreaterThanOrEqual(0.66);
    expect(first.rate).toBeGreaterThanOrEqual(0.85);
  });

  it("most occupations have a counterpart, and none that is below the cut-off", () => {
    const from = (scheme: string, to: string) =>
      new Set(
        found.flatMap(({ from_id, to_id }) =>
          from_id.startsWith(`${scheme}/`) && to_id.startsWith(`${to}/`) ? [from_id] : [],
        ),
      ).size;
    expect(from("us-ooh", "uk-soc-2020")).toBeGreaterThan(230);
    expect(from("us-ooh", "uk-ncs")).toBeGreaterThan(165);
    expect(from("us-soc-2018", "uk-soc-2020")).toBeGreaterThan(700);
    for (const { score } of found) {
      expect(score).toBeGreaterThanOrEqual(CUT_OFF);
      expect(score).toBeLessThanOrEqual(1);
    }
  });

  it("each rests on relations, names and titles that are there", () => {
    const told = new Set([
      ...[...rows.equivalents, ...rows.covers].map(({ from_id, to_id }) => `${from_id} > ${to_id}`),
      ...rows.names.map(({ occupation_id, name }) => `${occupation_id}: ${name}`),
      ...rows.occupations.map(({ id }) => id),
    ]);
    const unknown = found.flatMap(({ restsOn }) => restsOn.filter((row) => !told.has(row)));
    expect(unknown).toEqual([]);
    expect(found.filter(({ restsOn }) => restsOn.length === 0)).toEqual([]);
    expect(Math.max(...found.map(({ restsOn }) => restsOn.length))).toBeLessThanOrEqual(20);
  });

  it("the whole takes a second or so", () => {
    console.log(`${found.length} counterparts in ${Math.round(milliseconds)} ms.`);
    expect(milliseconds).toBeLessThan(5_000);
  });
});

const share = (value: number) => value.toFixed(3);
const count = (pairs: readonly JudgedPair[]) =>
  `${pairs.filter(({ verdict }) => verdict === "good").length} good, ${pairs.filter(({ verdict }) => verdict === "bad").length} bad`;
