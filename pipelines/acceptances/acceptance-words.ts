import type { Ledger } from "./ledger.ts";

/** What became of acceptances that let nothing pass, for the operator; empty where there is nothing to say. */
export function idleAcceptances(ledger: Pick<Ledger, "unused" | "outdated">): string[] {
  const outdated = new Set(ledger.outdated().map(({ rule, sourceId }) => `${rule} (${sourceId})`));
  return [
    ...ledger.unused().map((rule) => `--accept ${rule}: it holds nothing back, so nothing was accepted.`),
    ...(outdated.size === 0
      ? []
      : [`What was accepted of ${[...outdated].join(", ")} no longer occurs: the acceptance is dropped.`]),
  ];
}
