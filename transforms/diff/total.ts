import type { ChangeGroup } from "../model/change.ts";

type Counts = Pick<ChangeGroup, "added" | "removed" | "changed">;

/** All of them together. */
export function total(groups: readonly Counts[]): Counts {
  const sum = (of: keyof Counts) => groups.reduce((count, group) => count + group[of], 0);
  return { added: sum("added"), removed: sum("removed"), changed: sum("changed") };
}
