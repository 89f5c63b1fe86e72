import type { Passage } from "./passage.ts";

/** So many reasons of one source are told; the report has them all. */
const MOST_TOLD = 4;

/** Why sources could not be renewed, source by source, for the operator. What is true of many is told once. */
export function reasonsOf(passages: readonly Pick<Passage, "registered" | "decision">[]): string {
  const told = new Set<string>();
  return passages
    .flatMap(({ registered, decision }) => {
      const reasons = [...new Set(decision.reasons.map(withoutAddress))];
      if (reasons.length === 0) return [];
      const fresh = reasons.filter((reason) => !told.has(reason));
      for (const reason of fresh) told.add(reason);
      return [`${registered.source.id}: ${wordsOf(fresh)}`];
    })
    .join(" ");
}

/** The reasons of one source: what is true of many documents once, the first of them, and how many more there are. */
export function reasonWords(reasons: readonly string[]): string {
  return wordsOf([...new Set(reasons.map(withoutAddress))]);
}

function wordsOf(reasons: readonly string[]): string {
  if (reasons.length === 0) return "for the same reason.";
  const more = reasons.length - MOST_TOLD;
  return [...reasons.slice(0, MOST_TOLD), ...(more > 0 ? [`And ${more} more: see the report.`] : [])].join(
    " ",
  );
}

/** What keeps a host from being asked is the same for each of its documents. */
function withoutAddress(reason: string): string {
  const [, host, why] =
    /^\S+ was not asked for, because (\S+) is parked for the rest of this run\. The reason: (.+)$/s.exec(
      reason,
    ) ?? [];
  return host === undefined || why === undefined ? reason : why;
}
