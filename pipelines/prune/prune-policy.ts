import type { Manifest } from "../../sinks/manifest.ts";

/** What of a store is kept. */
export type PrunePolicy = {
  /** So many of the newest versions; at least one. */
  readonly newest: number;
  /** ISO time: also every version that was published since. */
  readonly since: string | undefined;
  /** Versions that are kept whatever their age: the latest one, the one that was rolled back from. */
  readonly always: ReadonlySet<string>;
};

export type PrunedVersions = { readonly kept: readonly Manifest[]; readonly removed: readonly Manifest[] };

/** Tells versions that are kept from those that may go; both oldest first, as they come. */
export function chooseVersions(
  versions: readonly Manifest[],
  { newest, since, always }: PrunePolicy,
): PrunedVersions {
  const recent = new Set(versions.slice(-newest).map(({ id }) => id));
  const isKept = ({ id, created_at }: Manifest) =>
    recent.has(id) || always.has(id) || (since !== undefined && created_at >= since);
  return {
    kept: versions.filter(isKept),
    removed: versions.filter((version) => !isKept(version)),
  };
}
