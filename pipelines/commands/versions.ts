import { FACT_TABLES } from "../../transforms/model/model.ts";
import { latestVersion, listVersions } from "../published-version.ts";
import { count, sizeWords } from "../text/figures.ts";
import { textTable } from "../text/table.ts";
import type { Layout } from "../world.ts";
import type { CommandDefinition } from "./command.ts";

type Version = {
  readonly id: string;
  readonly created_at: string;
  readonly content_hash: string;
  readonly previous_version: string | null;
  readonly occupations: number;
  /** Rows of all tables that say what a source says. */
  readonly facts: number;
  readonly bytes: number;
  readonly is_latest: boolean;
  /** Against the version before; null where that is not in the store. */
  readonly change: { readonly occupations: number; readonly facts: number } | null;
};

export const versionsCommand: CommandDefinition = {
  name: "versions",
  summary: "what is published",
  examples: ["occupations versions", "occupations versions --json"],
  run: async ({ store }) => {
    const latest = (await latestVersion(store))?.id;
    const versions = describe(await listVersions(store), latest);
    return {
      json: { latest: latest ?? null, versions },
      text: (layout) =>
        versions.length === 0
          ? `Nothing is published in ${store} yet. Run \`occupations refresh\` first.`
          : versionsTable(versions, layout),
    };
  },
};

function describe(
  entries: Awaited<ReturnType<typeof listVersions>>,
  latest: string | undefined,
): readonly Version[] {
  const sizes = new Map(entries.map(({ id, counts }) => [id, sizeOf(counts)]));
  return entries.toReversed().map(({ counts, ...entry }) => {
    const size = sizeOf(counts);
    const before = entry.previous_version === null ? undefined : sizes.get(entry.previous_version);
    return {
      ...entry,
      ...size,
      is_latest: entry.id === latest,
      change: before
        ? { occupations: size.occupations - before.occupations, facts: size.facts - before.facts }
        : null,
    };
  });
}

function sizeOf(counts: Readonly<Record<string, number>>) {
  const rowsIn = (table: string) => counts[table] ?? 0;
  return {
    occupations: rowsIn("occupation"),
    facts: FACT_TABLES.reduce((sum, table) => sum + rowsIn(table), 0),
  };
}

function versionsTable(versions: readonly Version[], { width }: Layout): string {
  return textTable(
    [
      { title: "Version" },
      { title: "Occupations", align: "right" },
      { title: "Facts", align: "right" },
      { title: "Size", align: "right" },
      { title: "Change" },
    ],
    versions.map((version) => [
      version.is_latest ? `${version.id}\n(latest)` : version.id,
      count(version.occupations),
      count(version.facts),
      sizeWords(version.bytes),
      changeWords(version),
    ]),
    width,
  );
}

function changeWords({ change, previous_version }: Version): string {
  if (previous_version === null) return "first";
  if (change === null) return "the one before is gone";
  const parts = [
    ...(change.occupations === 0 ? [] : [`${plus(change.occupations)} occupations`]),
    ...(change.facts === 0 ? [] : [`${plus(change.facts)} facts`]),
  ];
  return parts.join(", ") || "other values or states";
}

function plus(number: number): string {
  return number < 0 ? `−${count(-number)}` : `+${count(number)}`;
}
