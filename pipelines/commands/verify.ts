import { UsageError } from "../errors/usage-error.ts";
import { EXIT } from "../exit-codes.ts";
import { listFolders, versionFolder } from "../publish/store-layout.ts";
import { findVersion, type PublishedVersion } from "../published-version.ts";
import { progressOn } from "../refresh/terminal-progress.ts";
import { withArchive } from "../stored-archive.ts";
import { wrap } from "../text/wrap.ts";
import { asVerified, type Verified } from "../verify/verified.ts";
import { verifyArchive } from "../verify/verify-archive.ts";
import { verifyFacts } from "../verify/verify-facts.ts";
import { verifyFiles } from "../verify/verify-files.ts";
import { verifyLatest } from "../verify/verify-latest.ts";
import { verifyRebuild } from "../verify/verify-rebuild.ts";
import { verifyRows } from "../verify/verify-rows.ts";
import type { Layout, World } from "../world.ts";
import type { CommandDefinition } from "./command.ts";

type Options = { readonly rebuild?: boolean; readonly provenance?: boolean; readonly all?: boolean };

type VerifiedVersion = { readonly version: string; readonly parts: readonly Verified[] };

export const verifyCommand: CommandDefinition<Options> = {
  name: "verify",
  summary: "prove that a version is as it was published; exit 4 where it is not",
  examples: [
    "occupations verify",
    "occupations verify 20261123T021500Z-1a2b3c4d --rebuild",
    "occupations verify --provenance",
    "occupations verify --all --json",
  ],
  declare: (command) =>
    command
      .argument("[version]", "the version to look at; without it, the latest")
      .option("--all", "every version of the store")
      .option("--rebuild", "build it again from the archive, and compare byte for byte")
      .option("--provenance", "look every fact up again where it was read"),
  run: async (world, [id], options) => {
    if (options.all && id !== undefined)
      throw new UsageError("--all looks at every version. Name one, or leave the name out.");
    const versions = options.all ? await everyVersion(world.store) : [await findVersion(world.store, id)];
    const latest = await verifyLatest(world.store);
    const verified: VerifiedVersion[] = [];
    for (const version of versions) verified.push(await verify(world, version, options));
    const isWhole = [latest, ...verified.flatMap(({ parts }) => parts)].every(
      ({ problems }) => problems.length === 0,
    );
    return {
      exit: isWhole ? EXIT.done : EXIT.refused,
      isReport: true,
      json: { is_whole: isWhole, latest, versions: verified },
      text: (layout) => textOf(latest, verified, layout),
    };
  },
};

async function everyVersion(store: string): Promise<readonly PublishedVersion[]> {
  const ids = await listFolders(store);
  return ids.length === 0
    ? [await findVersion(store)]
    : ids.map((id) => ({ id, folder: versionFolder(store, id) }));
}

async function verify(
  { store, signal, ...world }: World,
  version: PublishedVersion,
  { rebuild = false, provenance = false }: Options,
): Promise<VerifiedVersion> {
  const progress = progressOn({ store, signal, ...world });
  const files = await verifyFiles(version);
  const parts = [files];
  const add = async (part: Verified["part"], work: () => Verified | Promise<Verified>) => {
    signal.throwIfAborted();
    parts.push(await asVerified(part, work));
  };
  // What is in a file that is damaged proves nothing.
  if (files.problems.length === 0) await add("rows", () => verifyRows(version));
  await add("archive", () =>
    withArchive(store, async (archive) => verifyArchive(version, archive, progress)),
  );
  if (rebuild)
    await add("rebuild", () =>
      withArchive(store, (archive) => verifyRebuild(version, archive, progress, signal)),
    );
  if (provenance)
    await add("provenance", () =>
      withArchive(store, (archive) => verifyFacts(version, archive, progress, signal)),
    );
  return { version: version.id, parts };
}

const TITLES: Readonly<Record<Verified["part"], string>> = {
  files: "Files",
  rows: "Rows",
  archive: "Archive",
  latest: "Store",
  rebuild: "Rebuild",
  provenance: "Provenance",
};

function textOf(latest: Verified, versions: readonly VerifiedVersion[], layout: Layout): string {
  return [
    ...versions.flatMap(({ version, parts }) => [
      version,
      ...parts.flatMap((part) => linesOf(part, layout)),
      "",
    ]),
    ...linesOf(latest, layout),
  ].join("\n");
}

function linesOf({ part, looked_at, problems, notes }: Verified, { width }: Layout): string[] {
  const verdict = problems.length === 0 ? "as published" : "NOT as published";
  const line = (label: string, words: string) =>
    wrap(words, Math.min(width, 100), label.padEnd(12), " ".repeat(12));
  return [
    line(TITLES[part], `${looked_at}: ${part === "latest" && problems.length === 0 ? "in order" : verdict}`),
    ...[...problems, ...notes].map((words) => line("", words)),
  ];
}
