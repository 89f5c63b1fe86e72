import type { Manifest } from "../../sinks/manifest.ts";
import {
  indexFile,
  indexSchema,
  latestFile,
  latestSchema,
  readJson,
  readLatestLink,
  readVersions,
} from "../publish/store-layout.ts";
import { count } from "../text/figures.ts";
import { firstOf, type Verified } from "./verified.ts";

/** The three signs of a store that say which versions there are. */
type Signs = {
  readonly versions: readonly Manifest[];
  /** What the link `latest` names. */
  readonly linked: string | undefined;
  /** What `latest.json` names. */
  readonly told: string | undefined;
  /** The version that `latest.json` says was rolled back from. */
  readonly leftFrom: string | undefined;
  /** What `index.json` lists. */
  readonly listed: readonly string[];
};

/** Whether `latest`, `latest.json` and `index.json` tell of the versions that are there. */
export async function verifyLatest(store: string): Promise<Verified> {
  const signs = await readSigns(store);
  const problems = problemsOf(signs);
  const isCutOff = problems.length > 0 && isBetweenTwoSteps(signs);
  const { versions } = signs;
  return {
    part: "latest",
    looked_at: versions.length === 1 ? "1 version" : `${count(versions.length)} versions`,
    problems: isCutOff ? [] : firstOf(problems),
    notes: [
      ...(isCutOff ? [`A run is publishing, or was cut off: ${problems.join(" ")}`] : []),
      ...(problems.length === 0 ? [] : ["The next `occupations refresh` puts this in order."]),
    ],
  };
}

async function readSigns(store: string): Promise<Signs> {
  const told = await readJson(latestFile(store), latestSchema);
  const index = await readJson(indexFile(store), indexSchema);
  return {
    versions: await readVersions(store),
    linked: await readLatestLink(store),
    told: told?.id,
    leftFrom: told?.rolled_back?.from,
    listed: index?.versions.map(({ id }) => id) ?? [],
  };
}

function problemsOf({ versions, linked, told, listed }: Signs): string[] {
  const ids = versions.map(({ id }) => id);
  return [
    ...(linked !== undefined && ids.includes(linked)
      ? []
      : [`latest names ${linked ?? "nothing"}, which is no version.`]),
    ...(told === linked ? [] : [`latest.json names ${told ?? "nothing"}; the link names ${linked}.`]),
    ...ids.filter((id) => !listed.includes(id)).map((id) => `index.json does not list ${id}.`),
    ...listed.filter((id) => !ids.includes(id)).map((id) => `index.json lists ${id}, which is not there.`),
  ];
}

/**
 * Publishing and rolling back are steps that are each whole. Between two of them the signs differ, and what each names is
 * whole all the same: readers have the version before or the one after.
 */
function isBetweenTwoSteps(signs: Signs): boolean {
  const { versions, linked, told, leftFrom, listed } = signs;
  const newest = versions.at(-1);
  const isLinkWhole = versions.some(({ id }) => id === linked);
  if (leftFrom !== undefined && leftFrom === linked)
    return isLinkWhole && versions.some(({ id }) => id === told) && isListed(listed, versions);
  if (newest === undefined || !isListed(listed, versions.slice(0, -1))) return false;
  const before = newest.previous_version ?? undefined;
  const isOneOfBoth = (id: string | undefined) => id === newest.id || id === before;
  return isOneOfBoth(linked) && isOneOfBoth(told) && (isLinkWhole || before === undefined);
}

function isListed(listed: readonly string[], versions: readonly Manifest[]): boolean {
  return listed.length === versions.length && versions.every(({ id }) => listed.includes(id));
}
