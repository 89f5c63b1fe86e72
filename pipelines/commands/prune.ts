import { withStore } from "../lock.ts";
import { type Pruned, type PruneOrder, prune } from "../prune/prune.ts";
import { bytesOf } from "../prune/remove-versions.ts";
import { recoverStore } from "../publish/recover.ts";
import { findVersion } from "../published-version.ts";
import { count, sizeWords } from "../text/figures.ts";
import { wrap } from "../text/wrap.ts";
import type { Layout, World } from "../world.ts";
import type { CommandDefinition } from "./command.ts";
import { wholeNumber } from "./option-values.ts";

type Options = {
  readonly keep: string;
  readonly keepDays?: string;
  readonly rolledBack?: boolean;
  readonly archiveDays?: string;
  readonly dryRun?: boolean;
};

export const pruneCommand: CommandDefinition<Options> = {
  name: "prune",
  summary: "remove old versions, and where asked for what only they needed of the archive",
  examples: [
    "occupations prune --keep 30 --dry-run",
    "occupations prune --keep 30 --keep-days 90",
    "occupations prune --keep 30 --archive-days 400",
  ],
  declare: (command) =>
    command
      .requiredOption("--keep <n>", "keep so many of the newest versions; the latest always stays")
      .option("--keep-days <days>", "keep those of so many days as well")
      .option("--rolled-back", "the version that was rolled back from may go, too")
      .option("--archive-days <days>", "also remove responses that are older and that nothing needs")
      .option("--dry-run", "only tell what would go"),
  run: async (world, _, options) => {
    const order = orderFrom(world, options);
    await findVersion(world.store); // a store that is none, or empty, is a slip of the pen
    const run = { command: "prune", startedAt: order.now.toISOString() };
    const pruned = order.isDryRun
      ? await prune(order)
      : await withStore(world.store, run, async () => {
          await recoverStore(world.store);
          return prune(order);
        });
    return {
      isReport: true,
      json: jsonOf(pruned, order),
      text: (layout) => textOf(pruned, order, layout),
    };
  },
};

function orderFrom({ store, now, signal }: World, options: Options): PruneOrder {
  const optional = (name: string, words: string | undefined) =>
    words === undefined ? undefined : wholeNumber(name, words);
  return {
    ...{ store, now: now(), signal },
    keep: wholeNumber("--keep", options.keep),
    keepDays: optional("--keep-days", options.keepDays),
    withRolledBack: options.rolledBack ?? false,
    archiveDays: optional("--archive-days", options.archiveDays),
    isDryRun: options.dryRun ?? false,
  };
}

function jsonOf({ versions, archive, reports }: Pruned, { isDryRun }: PruneOrder): object {
  return {
    dry_run: isDryRun,
    versions: {
      kept: versions.kept.map(({ id }) => id),
      removed: versions.removed.map(({ id }) => id),
      bytes: versionBytes(versions),
    },
    archive,
    reports,
    bytes_freed: bytesFreed({ versions, archive, reports }),
  };
}

function versionBytes({ removed }: Pruned["versions"]): number {
  return removed.reduce((sum, manifest) => sum + bytesOf(manifest), 0);
}

/** What the disk has back; what the archive keeps to fill again is not in it. */
function bytesFreed({ versions, archive, reports }: Pruned): number {
  return versionBytes(versions) + (archive?.compaction?.bytes ?? 0) + reports.bytes;
}

function textOf(pruned: Pruned, { isDryRun }: PruneOrder, { width }: Layout): string {
  const { versions, archive, reports } = pruned;
  const gone = isDryRun ? "would go" : "removed";
  const line = (label: string, words: string) =>
    wrap(words, Math.min(width, 100), label.padEnd(10), " ".repeat(10));
  return [
    line(
      "Versions",
      `${count(versions.removed.length)} ${gone} (${sizeWords(versionBytes(versions))}), ${count(versions.kept.length)} kept`,
    ),
    ...versions.removed.map(({ id }) => line("", id)),
    line("Archive", archive === null ? "not asked for (--archive-days)" : archiveWords(archive, gone)),
    line("Reports", `${count(reports.removed)} ${gone} (${sizeWords(reports.bytes)})`),
    ...(isDryRun ? [] : [line("Freed", sizeWords(bytesFreed(pruned)))]),
  ].join("\n");
}

function archiveWords({ captures, bodies, bytes, compaction }: NonNullable<Pruned["archive"]>, gone: string) {
  const words = `${count(captures)} responses and ${count(bodies)} bodies ${gone} (${sizeWords(bytes)})`;
  switch (compaction?.outcome) {
    case undefined:
      return words;
    case "compacted":
      return `${words}; the file is ${sizeWords(compaction.bytes)} smaller`;
    case "not-worth-it":
      return `${words}; the file keeps its size, and fills the room again`;
    case "no-room":
      return `${words}; the file keeps its size, for the disk has no room to write it anew, and fills the room again`;
  }
}
