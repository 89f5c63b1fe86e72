import type { Row } from "./model/model.ts";

/** An id that a publisher has given up, and the one that it leads to. */
export type Redirect = Row<"occupation_redirect">;

/**
 * The redirects of a version: those of the last one, and what has been found since. Each leads to where its profile is
 * now, in one step; what was first seen keeps its date.
 */
export function redirectsAfter(before: readonly Redirect[], found: readonly Redirect[]): Redirect[] {
  const alive = new Set(found.map(({ to_id }) => to_id));
  const steps = new Map(before.filter(({ from_id }) => !alive.has(from_id)).map((row) => [row.from_id, row]));
  for (const row of found) if (steps.get(row.from_id)?.to_url !== row.to_url) steps.set(row.from_id, row);
  return [...steps.values()].map((row) => shortened(row, steps));
}

/** `a → b`, `b → c` is `a → c`, and a new address of the same profile only where both steps are. */
function shortened(row: Redirect, steps: ReadonlyMap<string, Redirect>): Redirect {
  const visited = new Set([row.from_id]);
  let { to_id, kind } = row;
  for (let next = steps.get(to_id); next !== undefined && !visited.has(to_id); next = steps.get(to_id)) {
    visited.add(to_id);
    to_id = next.to_id;
    if (next.kind === "merged") kind = "merged";
  }
  return { ...row, to_id, kind };
}

/** "The publisher has renamed us-ooh/a to us-ooh/b: https://… leads to https://…." */
export function redirectWords({ from_id, to_id, kind, from_url, to_url }: Redirect): string {
  const what = kind === "renamed" ? `renamed ${from_id} to ${to_id}` : `merged ${from_id} into ${to_id}`;
  return `The publisher has ${what}: ${from_url} leads to ${to_url}.`;
}

/** What a consumer who knows the old id has to know, told as long as the redirect stands. */
export function redirectFinding(redirect: Redirect): Row<"issue"> {
  const { source_id, to_id: occupation_id } = redirect;
  return {
    ...{ rule: "profile-redirected", severity: "info", source_id, occupation_id, capture_id: null },
    message: redirectWords(redirect),
  };
}
