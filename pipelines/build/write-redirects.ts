import type { SnapshotWriter } from "../../sinks/sqlite.ts";
import { type Redirect, redirectFinding } from "../../transforms/redirects.ts";

/** Keeps the redirects from ids that are no longer there to occupations that are, and tells of each. */
export function writeRedirects(
  { connection, insert }: Pick<SnapshotWriter, "connection" | "insert">,
  redirects: readonly Redirect[],
): void {
  const find = connection.prepare<[string], 1>("SELECT 1 FROM occupation WHERE id = ?").pluck();
  const isThere = (id: string) => find.get(id) !== undefined;
  for (const redirect of redirects) {
    if (isThere(redirect.from_id) || !isThere(redirect.to_id)) continue;
    insert("occupation_redirect", redirect);
    insert("issue", redirectFinding(redirect));
  }
}
