import { ACCEPTABLE_RULES } from "../acceptances/acceptable-rules.ts";
import type { RunReport } from "../refresh/report.ts";

/** A rule holds something back until a person lets it pass, or the publisher or the program is put right. */
export type HeldDecision = {
  /** NULL where the message of the whole run tells of it. */
  readonly source: string | null;
  readonly rule: string;
  /** What is held back, in the words of the rule. */
  readonly reason: string;
};

/** What waits for a person after a run: messages that name a rule to accept say so with `--accept`. */
export function decisionsIn({ sources, quarantine, message }: RunReport): readonly HeldDecision[] {
  const told = [
    ...sources.flatMap(({ id, reasons }) => reasons.map((reason) => ({ source: id, reason }))),
    ...quarantine.map(({ source, url, reason }) => ({ source, reason: `${url}: ${reason}` })),
  ];
  const decisions = told.flatMap(({ source, reason }) =>
    rulesIn(reason).map((rule) => ({ source, rule, reason })),
  );
  const known = new Set(decisions.map(({ rule }) => rule));
  const others = rulesIn(message).filter((rule) => !known.has(rule));
  return firstOfEach([...decisions, ...others.map((rule) => ({ source: null, rule, reason: message }))]);
}

function rulesIn(words: string): readonly string[] {
  // Behind other words the option is spoken of, not advised: "--accept lost-text: it holds nothing back".
  const advised = words.matchAll(/--accept ((?:[a-z]+(?:-[a-z]+)+ ?)+)(?=--reason|\))/g);
  const named = [...advised].flatMap(([, rules = ""]) => rules.trim().split(" "));
  return named.filter((rule) => ACCEPTABLE_RULES.includes(rule));
}

/** Many documents can be held back by one rule: a person decides about the rule. */
function firstOfEach(decisions: readonly HeldDecision[]): readonly HeldDecision[] {
  const keyOf = ({ source, rule }: HeldDecision) => `${source} ${rule}`;
  const firsts = new Map(decisions.toReversed().map((decision) => [keyOf(decision), decision]));
  return [...firsts.values()].toReversed();
}
