import type { Archive } from "../../sources/archive/archive.ts";
import type { Source } from "../../sources/source.ts";
import type { Row } from "../../transforms/model/model.ts";
import type { Redirect } from "../../transforms/redirects.ts";
import type { ChosenDocument } from "../build/contribution.ts";
import { latestVersion } from "../published-version.ts";
import { type VersionSource, versionSources } from "../rebuild/version-sources.ts";

/** What the latest version has of a source. */
export type PublishedSource = {
  /** `undefined` where it is not in the latest version. */
  readonly state: "fresh" | "carried-forward" | "retired" | "sample" | undefined;
  /** Since when it is in this state, and why. */
  readonly since: string | undefined;
  readonly reason: string | null;
  readonly documents: readonly ChosenDocument[];
  /** What the run that published it found. */
  readonly findings: readonly Row<"issue">[];
  readonly redirects: readonly Redirect[];
};

const UNPUBLISHED: PublishedSource = {
  ...{ state: undefined, since: undefined, reason: null },
  ...{ documents: [], findings: [], redirects: [] },
};

/** The documents of each source that the latest version rests on: what is carried forward where need be. */
export async function publishedSources(
  store: string,
  archive: Archive,
): Promise<(source: Source) => PublishedSource> {
  const latest = await latestVersion(store);
  const sources: ReadonlyMap<string, VersionSource> =
    latest === undefined ? new Map() : versionSources(latest, archive);
  return ({ id }) => {
    const published = sources.get(id);
    if (published === undefined) return UNPUBLISHED;
    const { row, documents, findings, redirects } = published;
    const { state, state_since: since, state_reason: reason } = row;
    return { state, since, reason, documents, findings, redirects };
  };
}
