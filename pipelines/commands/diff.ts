import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { CHANGES_JSON } from "../../sinks/changes/changes-json.ts";
import { CHANGES_MARKDOWN } from "../../sinks/changes/changes-markdown.ts";
import { readAllChanges } from "../../sinks/changes/read-changes.ts";
import type { RowPair } from "../../transforms/diff/difference.ts";
import { TABLES } from "../../transforms/model/model.ts";
import { sourceIdOf, type Wanted } from "../changes/compare-versions.ts";
import { diffVersions, type VersionsDiff } from "../changes/diff-versions.ts";
import { UsageError } from "../errors/usage-error.ts";
import { findVersion, inSnapshot, listVersions, type PublishedVersion } from "../published-version.ts";
import type { CommandDefinition } from "./command.ts";

type Options = { readonly only?: string };

export const diffCommand: CommandDefinition<Options> = {
  name: "diff",
  summary: "what differs between two versions, and why",
  examples: [
    "occupations diff",
    "occupations diff 20261123T021500Z-1a2b3c4d",
    "occupations diff 20261123T021500Z-1a2b3c4d 20261201T021500Z-5e6f7a8b --only wage",
    "occupations diff --only us-ooh/registered-nurses --json",
  ],
  declare: (command) =>
    command
      .argument("[a]", "the earlier version; without it, the one before the latest")
      .argument("[b]", "the later version; without it, the latest")
      .option("--only <what>", "rows of one table, source or occupation"),
  run: async ({ store }, [a, b], { only }) => {
    const after = await findVersion(store, b);
    const before = a ?? (await previousOf(store, after));
    const diff = await diffOf(store, before, after, only);
    return { json: diff.changes, text: () => diff.markdown };
  },
};

/** `null` where it is the first. */
async function previousOf(store: string, { id }: PublishedVersion): Promise<string | null> {
  return (await listVersions(store)).find((version) => version.id === id)?.previous_version ?? null;
}

/** What a version tells of itself, where it is asked for no more than that. */
async function diffOf(
  store: string,
  before: string | null,
  after: PublishedVersion,
  only: string | undefined,
): Promise<VersionsDiff> {
  const isOwn = before === (await previousOf(store, after)) && existsSync(join(after.folder, CHANGES_JSON));
  if (isOwn && only === undefined) return publishedDiff(after);
  if (before === null)
    throw new UsageError(
      `${after.id} is the first version: there is none before it to compare it with. \`occupations versions\` lists what is published.`,
      "first-version",
    );
  const earlier = await findVersion(store, before);
  if (only !== undefined && ![earlier, after].some((version) => isKnown(version, only))) throw unknown(only);
  return diffVersions(store, earlier, after, wantedBy(only));
}

/** A table, or a source or an occupation of the version. */
function isKnown(version: PublishedVersion, only: string): boolean {
  if (TABLES.some(({ name }) => name === only)) return true;
  return inSnapshot(version, (database) => {
    const ids = database.prepare(
      "SELECT id FROM source WHERE id = ? UNION SELECT id FROM occupation WHERE id = ?",
    );
    return ids.get(only, only) !== undefined;
  });
}

function unknown(only: string): UsageError {
  return new UsageError(
    `--only is "${only}", which is no table, and no source or occupation of either version. Name one, such as wage, us-ooh or us-ooh/registered-nurses.`,
    "unknown-filter",
  );
}

function publishedDiff({ folder }: PublishedVersion): VersionsDiff {
  const markdown = readFileSync(join(folder, CHANGES_MARKDOWN), "utf8");
  return { changes: readAllChanges(folder), markdown };
}

/** Columns by which a row belongs to an occupation. */
const OWNERS = ["occupation_id", "from_id", "to_id", "id"];

function wantedBy(only: string | undefined): Wanted {
  if (only === undefined) return () => true;
  return (pair: RowPair) => {
    const { table, before, after } = pair;
    const row = after ?? before ?? {};
    return table.name === only || sourceIdOf(pair) === only || OWNERS.some((column) => row[column] === only);
  };
}
