import type { Archive } from "../../sources/archive/archive.ts";
import type { Source } from "../../sources/source.ts";
import { inSnapshot, latestVersion } from "../published-version.ts";
import { sourceOf } from "../registry.ts";
import type { ChosenDocument } from "./decide.ts";

/** What the latest version has of a source. */
export type PublishedSource = {
  readonly state: "fresh" | "carried-forward" | "retired";
  readonly documents: readonly ChosenDocument[];
};

/** The documents of each source that the latest version rests on: what is carried forward where need be. */
export async function publishedSources(
  store: string,
  archive: Archive,
): Promise<(source: Source) => PublishedSource> {
  const latest = await latestVersion(store);
  if (latest === undefined) return () => ({ state: "fresh", documents: [] });
  const { captures, states } = inSnapshot(latest, (database) => ({
    captures: database.prepare<[], CaptureRow>("SELECT id, url, source_id FROM capture ORDER BY url").all(),
    states: database.prepare<[], { id: string; state: string }>("SELECT id, state FROM source").all(),
  }));
  return (source) => ({
    state: stateOf(states.find(({ id }) => id === source.id)?.state),
    documents: captures.flatMap(({ id, url, source_id }) => {
      const capture = source_id === source.id ? archive.capture(id) : undefined;
      const kind = sourceOf(url)?.kind;
      return capture === undefined || kind === undefined ? [] : [{ address: { kind, url }, capture }];
    }),
  });
}

/** The sample is fresh, too. */
function stateOf(published: string | undefined): PublishedSource["state"] {
  return published === "carried-forward" || published === "retired" ? published : "fresh";
}

type CaptureRow = { readonly id: string; readonly url: string; readonly source_id: string };
