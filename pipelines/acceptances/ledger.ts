import type { GivenAcceptance } from "./given-acceptance.ts";
import type { LetPass } from "./let-pass.ts";

/** Keeps what is let pass in a run, and by whose word. */
export type Ledger = {
  /** Whether the operator accepts what the rule holds back of the source. */
  readonly accepts: (rule: string, sourceId: string) => boolean;
  /** The findings of a rule as let pass, where the operator accepts that rule now; `undefined` where not. */
  readonly letPass: (
    rule: string,
    sourceId: string,
    findings: readonly string[],
  ) => readonly LetPass[] | undefined;
  /** The same for one finding of a rule that is looked at in every version: an earlier word for it stands. */
  readonly letStand: (rule: string, sourceId: string, finding: string) => LetPass | undefined;
  /** The rule was looked at for this source: an earlier word that met nothing there is out of date. */
  readonly judged: (rule: string, sourceId: string) => void;
  readonly entries: () => readonly LetPass[];
  /** Earlier words that no longer let anything pass. */
  readonly outdated: () => readonly LetPass[];
  /** Rules that the operator accepts now, and that hold nothing back. */
  readonly unused: () => readonly string[];
  /** For one attempt to build a version: what it lets pass counts only if it succeeds. */
  readonly forAttempt: () => Ledger;
};

/** What was let pass before this run. */
export type Earlier = {
  /** Of rules that are looked at in every version, by the latest version. */
  readonly standing: readonly LetPass[];
  /** Of documents that no published version tells of yet. */
  readonly pending: readonly LetPass[];
};

export function createLedger(
  given: GivenAcceptance | undefined,
  isChosen: (sourceId: string) => boolean,
  { standing, pending }: Earlier,
): Ledger {
  return ledgerOver({ given, isChosen, standing, used: new Set() }, new Map(keyed(pending)), new Set());
}

type Words = {
  readonly given: GivenAcceptance | undefined;
  readonly isChosen: (sourceId: string) => boolean;
  readonly standing: readonly LetPass[];
  /** Rules of the operator that were of use, over all attempts. */
  readonly used: Set<string>;
};

function ledgerOver(words: Words, entries: Map<string, LetPass>, judged: Set<string>): Ledger {
  const { given, isChosen, standing, used } = words;
  const standingByKey = new Map(keyed(standing));
  const write = (entry: LetPass): LetPass => {
    entries.set(keyOf(entry), entry);
    return entry;
  };
  const accepts: Ledger["accepts"] = (rule, sourceId) =>
    given?.rules.includes(rule) === true && isChosen(sourceId);
  const letPass: Ledger["letPass"] = (rule, sourceId, findings) => {
    if (given === undefined || !accepts(rule, sourceId)) return undefined;
    used.add(rule);
    const { reason, by: acceptedBy, at: acceptedAt } = given;
    return findings.map((finding) => write({ rule, sourceId, finding, reason, acceptedBy, acceptedAt }));
  };
  return {
    accepts,
    letPass,
    letStand: (rule, sourceId, finding) => {
      const earlier = standingByKey.get(keyOf({ rule, sourceId, finding }));
      return earlier === undefined ? letPass(rule, sourceId, [finding])?.[0] : write(earlier);
    },
    judged: (rule, sourceId) => void judged.add(`${rule} ${sourceId}`),
    entries: () => [
      ...entries.values(),
      ...standing.filter((word) => !entries.has(keyOf(word)) && !judged.has(`${word.rule} ${word.sourceId}`)),
    ],
    outdated: () =>
      standing.filter((word) => !entries.has(keyOf(word)) && judged.has(`${word.rule} ${word.sourceId}`)),
    unused: () => (given?.rules ?? []).filter((rule) => !used.has(rule)),
    forAttempt: () => ledgerOver(words, new Map(entries), new Set(judged)),
  };
}

function keyed(entries: readonly LetPass[]): [string, LetPass][] {
  return entries.map((entry) => [keyOf(entry), entry]);
}

function keyOf({ rule, sourceId, finding }: Pick<LetPass, "rule" | "sourceId" | "finding">): string {
  return JSON.stringify([rule, sourceId, finding]);
}
