import type { Manifest } from "../../sinks/manifest.ts";
import { RefusedError } from "../errors/refused-error.ts";
import { UsageError } from "../errors/usage-error.ts";
import { isoSeconds } from "../iso-time.ts";
import { withStore } from "../lock.ts";
import { recoverStore } from "../publish/recover.ts";
import { findRollback, type RolledBack, releaseRollback, rollBack } from "../publish/roll-back.ts";
import { readVersions } from "../publish/store-layout.ts";
import { verifyVersion } from "../publish/verify.ts";
import { findVersion, type PublishedVersion } from "../published-version.ts";
import { firstOf } from "../verify/verified.ts";
import type { World } from "../world.ts";
import type { CommandDefinition, CommandResult } from "./command.ts";

type Options = { readonly reason?: string; readonly release?: boolean };

export const rollbackCommand: CommandDefinition<Options> = {
  name: "rollback",
  summary: "let latest point at an older version, and hold it there",
  examples: [
    'occupations rollback 20261123T021500Z-1a2b3c4d --reason "wages of two columns were swapped"',
    "occupations refresh --dry-run     what would be published if it were let go",
    "occupations rollback --release    lets the next refresh publish again",
  ],
  declare: (command) =>
    command
      .argument("[version]", "the version that is to be the latest again")
      .option("--reason <words>", "why; told by status and by every run until it is let go")
      .option("--release", "let runs publish again"),
  run: async (world, [id], { reason, release = false }) => {
    const run = { command: "rollback", startedAt: world.now().toISOString() };
    if (release) {
      refuseWords(id, reason);
      const { id: latest } = await findVersion(world.store);
      return withStore(world.store, run, () => letGo(world, latest));
    }
    const words = { id: required(id, "the version to go back to"), reason: required(reason, "--reason") };
    const version = await findVersion(world.store, words.id);
    return withStore(world.store, run, () => goBack(world, version, words.reason));
  },
};

function refuseWords(id: string | undefined, reason: string | undefined): void {
  if (id === undefined && reason === undefined) return;
  throw new UsageError("--release lets runs publish again; it takes neither a version nor a reason.");
}

function required(words: string | undefined, what: string): string {
  if (words?.trim()) return words.trim();
  throw new UsageError(
    `${what} is missing. Say where to go back to and why: occupations rollback VERSION --reason "…".`,
  );
}

async function goBack(
  { store, now }: World,
  version: PublishedVersion,
  reason: string,
): Promise<CommandResult> {
  const latest = await recoverStore(store);
  const target = (await readVersions(store)).find(({ id }) => id === version.id);
  if (latest === undefined || target === undefined) throw damaged(version, ["its manifest cannot be read."]);
  refuseUnlessOlder(target, latest);
  const problems = verifyVersion(version.folder);
  if (problems.length > 0) throw damaged(version, problems);
  const rolledBack = { from: latest.id, at: isoSeconds(now()), reason };
  await rollBack({ store, manifest: target, rolledBack });
  return told(target.id, rolledBack);
}

function refuseUnlessOlder({ id }: Manifest, latest: Manifest): void {
  if (id < latest.id) return;
  const what = id === latest.id ? "is the latest version already" : `is newer than the latest, ${latest.id}`;
  throw new UsageError(
    `${id} ${what}, and a rollback goes to an older one; nothing was changed. To go forward: occupations rollback --release, then occupations refresh.`,
    "not-older",
  );
}

function damaged({ id }: PublishedVersion, problems: readonly string[]): RefusedError {
  return new RefusedError(
    `${id} is not as it was published, so latest stays where it is: ${firstOf(problems).join(" ")} Choose another version; \`occupations verify --all\` looks at each.`,
    "version-damaged",
  );
}

function told(id: string, rolledBack: RolledBack): CommandResult {
  const { from, reason } = rolledBack;
  return {
    isReport: true,
    json: { version: id, rolled_back: rolledBack },
    text: () =>
      `latest is ${id} again, instead of ${from} (${reason}).\nRuns go on fetching and publish nothing until \`occupations rollback --release\`.`,
  };
}

async function letGo({ store }: World, latest: string): Promise<CommandResult> {
  await recoverStore(store);
  const rolledBack = await findRollback(store);
  if (rolledBack === undefined)
    throw new UsageError(
      `${store} is not rolled back: runs publish what has changed. Nothing was changed.`,
      "not-rolled-back",
    );
  await releaseRollback(store);
  return {
    isReport: true,
    json: { version: latest, released: rolledBack },
    text: () =>
      `The rollback from ${rolledBack.from} is over. latest is ${latest} until the next \`occupations refresh\`.`,
  };
}
