import type { Acceptance, Manifest } from "../../sinks/manifest.ts";
import type { LetPass } from "./let-pass.ts";

/** Of a rule that is spent with its version, so many findings are told. */
const MOST_TOLD = 50;

/** What was let pass as a manifest tells it: one entry for each rule and source, and the word of each person. */
export function manifestAcceptances(
  entries: readonly LetPass[],
  isStanding: (rule: string) => boolean,
): Acceptance[] {
  const groups = new Map<string, LetPass[]>();
  for (const entry of entries) {
    const { rule, sourceId, reason, acceptedBy = "", acceptedAt } = entry;
    const key = [rule, sourceId, acceptedAt, acceptedBy, reason].join("\n");
    groups.set(key, [...(groups.get(key) ?? []), entry]);
  }
  return [...groups]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([, group]) => {
      const [first] = group;
      return first === undefined ? [] : [acceptanceOf(first, group, isStanding(first.rule))];
    });
}

function acceptanceOf(first: LetPass, group: readonly LetPass[], isStanding: boolean): Acceptance {
  const findings = group.map(({ finding }) => finding).sort();
  const more = findings.length - MOST_TOLD;
  // A word that stands is matched by what it lets pass: nothing of that may be cut off.
  const told = isStanding || more <= 0 ? findings : [...findings.slice(0, MOST_TOLD), `and ${more} more`];
  const { rule, reason, sourceId, acceptedBy, acceptedAt } = first;
  return {
    ...{ rule, reason, accepted_at: acceptedAt },
    ...(acceptedBy !== undefined && { accepted_by: acceptedBy }),
    ...{ source_id: sourceId, let_pass: told },
  };
}

/** The words of a version that stand: of rules that are looked at in every version. */
export function standingOf(
  { acceptances }: Pick<Manifest, "acceptances">,
  isStanding: (rule: string) => boolean,
): LetPass[] {
  return acceptances
    .filter(({ rule }) => isStanding(rule))
    .flatMap(({ rule, reason, accepted_at, accepted_by, source_id, let_pass = [] }) =>
      source_id === null || source_id === undefined
        ? []
        : let_pass.map((finding) => ({
            ...{ rule, reason, sourceId: source_id, finding },
            ...{ acceptedBy: accepted_by, acceptedAt: accepted_at },
          })),
    );
}
