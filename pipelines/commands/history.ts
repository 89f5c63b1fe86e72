import { existsSync } from "node:fs";
import type { Redirect } from "../../transforms/redirects.ts";
import { type FactName, factNameFrom } from "../fact-name.ts";
import { type FoundOccupation, findOccupation, occupationIn } from "../find-occupation.ts";
import { periodsText, versionsText } from "../history/history-text.ts";
import { overPeriods, type PeriodSeries } from "../history/over-periods.ts";
import { overVersions, type VersionSeries } from "../history/over-versions.ts";
import { versionFolder } from "../publish/store-layout.ts";
import { findVersion, inSnapshot, listVersions, type PublishedVersion } from "../published-version.ts";
import { redirectsIn } from "../redirects-in.ts";
import { redirectLines } from "../text/redirect-lines.ts";
import type { Layout } from "../world.ts";
import type { CommandDefinition } from "./command.ts";

type Options = { readonly versions?: boolean; readonly periods?: boolean };

export const historyCommand: CommandDefinition<Options> = {
  name: "history",
  summary: "a value over the versions, and over the periods that it is published for",
  examples: [
    "occupations history registered-nurses",
    "occupations history registered-nurses wage.median.year --versions",
    "occupations history us-soc-2018/29-1141 wage.median --periods --json",
  ],
  declare: (command) =>
    command
      .argument("<id>", "an occupation: us-ooh/registered-nurses, or registered-nurses")
      .argument(
        "[fact]",
        "a table, and values of its columns: wage.median.year; without it, the main numbers",
      )
      .option("--versions", "over the versions of the store only")
      .option("--periods", "over the periods of the latest version only"),
  run: async ({ store }, [words = "", fact], options) => {
    const name = fact === undefined ? undefined : factNameFrom(fact);
    const history = historyOf(await findVersion(store), await versionsOf(store), words, name);
    const isShown = (part: keyof Options) => options[part] === true || !(options.versions || options.periods);
    const versions = isShown("versions") ? history.versions : null;
    const periods = isShown("periods") ? history.periods : null;
    return {
      json: {
        ...{ version: history.latest, occupation_id: history.id, former_ids: history.formerIds },
        ...{ redirected_from: history.redirect?.from_id ?? null, fact: fact ?? null, versions, periods },
      },
      text: (layout) => textOf({ ...history, versions, periods }, fact, layout),
    };
  },
};

type History = {
  readonly latest: string;
  readonly id: string;
  readonly formerIds: readonly string[];
  readonly redirect: Redirect | undefined;
  readonly titleOf: (industryId: string) => string;
  /** NULL where they are not asked for. */
  readonly versions: readonly VersionSeries[] | null;
  readonly periods: readonly PeriodSeries[] | null;
};

/** Versions that are still in the store, the oldest first. */
async function versionsOf(store: string): Promise<readonly PublishedVersion[]> {
  const listed = await listVersions(store);
  return listed
    .map(({ id }) => ({ id, folder: versionFolder(store, id) }))
    .filter(({ folder }) => existsSync(folder));
}

function historyOf(
  latest: PublishedVersion,
  versions: readonly PublishedVersion[],
  words: string,
  name: FactName | undefined,
): History {
  const { id, redirect } = located(latest, versions, words);
  const formerIds = inSnapshot(latest, (database) =>
    redirectsIn(database).flatMap(({ from_id, to_id }) => (to_id === id ? [from_id] : [])),
  );
  return {
    ...{ latest: latest.id, id, formerIds, redirect, titleOf: industryTitles(latest) },
    versions: overVersions(versions, [id, ...formerIds], name),
    periods: inSnapshot(latest, (database) => overPeriods(database, id, name)),
  };
}

function industryTitles(version: PublishedVersion): (industryId: string) => string {
  const rows = inSnapshot(version, (database) =>
    database.prepare<[], { id: string; title: string }>("SELECT id, title FROM industry").all(),
  );
  const titles = new Map(rows.map(({ id, title }) => [id, title]));
  return (industryId) => titles.get(industryId) ?? industryId;
}

/** @throws UsageError where no version of the store has it. */
function located(
  latest: PublishedVersion,
  versions: readonly PublishedVersion[],
  words: string,
): FoundOccupation {
  for (const version of [latest, ...versions.toReversed()]) {
    const found = inSnapshot(version, (database) => occupationIn(database, words));
    if (found !== undefined) return found;
  }
  return inSnapshot(latest, (database) => findOccupation(database, words));
}

function textOf(
  { latest, id, redirect, titleOf, versions, periods }: History,
  fact: string | undefined,
  layout: Layout,
): string {
  if ((versions ?? periods ?? []).length === 0)
    return `No version has ${fact ?? "a main number"} of ${id}. \`occupations explain ${id}\` shows what there is.`;
  const own = { ...layout, latest, occupationId: id, titleOf };
  return [
    ...redirectLines(redirect, layout),
    id,
    ...(versions === null ? [] : versionsText(versions, own)),
    ...(periods === null ? [] : periodsText(periods, own)),
  ].join("\n\n");
}
