import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Counterpart } from "../../../transforms/equivalents/bridge-rows.ts";
import { schemeOf } from "../../../transforms/equivalents/bridge-rows.ts";

/** A pair that a person has judged by the titles, descriptions and tasks of both sides. */
export type JudgedPair = {
  readonly us: string;
  readonly uk: string;
  readonly verdict: string;
  readonly reason: string;
  /** picked: by a person; drawn: at random from results, to be judged as they came. */
  readonly how: string;
};

const file = join(import.meta.dirname, "..", "..", "fixtures", "crosswalk", "judged-pairs.csv");

export function judgedPairs(): JudgedPair[] {
  const [, ...lines] = readFileSync(file, "utf8").trim().split("\n");
  return lines.map((line) => {
    const [us = "", uk = "", verdict = "", reason = "", how = ""] = line.split(",");
    return { us, uk, verdict, reason, how };
  });
}

export type Quality = {
  readonly precision: number;
  readonly recall: number;
  /** Bad pairs that were found, and good ones that were not. */
  readonly wrong: readonly string[];
  readonly missing: readonly string[];
};

export function qualityOf(found: readonly Counterpart[], judged: readonly JudgedPair[]): Quality {
  const keys = new Set(found.map(({ from_id, to_id }) => `${from_id} > ${to_id}`));
  const isFound = ({ us, uk }: JudgedPair) => keys.has(`${us} > ${uk}`);
  const good = judged.filter(({ verdict }) => verdict === "good");
  const bad = judged.filter(({ verdict }) => verdict === "bad");
  const right = good.filter(isFound);
  const wrong = bad.filter(isFound);
  const words = ({ us, uk, reason }: JudgedPair) => `${us} > ${uk} (${reason})`;
  return {
    precision: right.length / (right.length + wrong.length),
    recall: right.length / good.length,
    wrong: wrong.map(words),
    missing: good.filter((pair) => !isFound(pair)).map(words),
  };
}

/** Of the occupations that have good counterparts in a scheme: how many have one of them in the first place. */
export function firstIsGood(found: readonly Counterpart[], judged: readonly JudgedPair[]) {
  const key = (us: string, uk: string) => `${us} ${schemeOf(uk)}`;
  const first = new Map<string, string>();
  for (const { from_id, to_id } of found)
    if (!first.has(key(from_id, to_id))) first.set(key(from_id, to_id), to_id);
  const asked = new Map<string, string[]>();
  for (const { us, uk, verdict } of judged)
    if (verdict === "good") asked.set(key(us, uk), [...(asked.get(key(us, uk)) ?? []), uk]);
  const hits = [...asked].filter(([occupation, good]) => good.includes(first.get(occupation) ?? ""));
  return { hits: hits.length, asked: asked.size, rate: hits.length / asked.size };
}
