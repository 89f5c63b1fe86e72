import type { Source } from "../sources/source.ts";
import { usOoh } from "../sources/us-ooh/source.ts";
import type { Normalise } from "../transforms/facts.ts";
import { normaliseUsOoh } from "../transforms/from-us-ooh.ts";
import type { DocumentHome } from "./world.ts";

/** A source joined to the transform that understands its words. */
export type RegisteredSource = {
  readonly source: Source;
  readonly normalise: Normalise;
  /** Files and folders that decide what a document of it becomes: when one changes, its documents are read again. */
  readonly code: readonly string[];
};

const SHARED_CODE = ["sources/reading", "transforms/wording"];

/** Every source, one line each. */
export const SOURCES: readonly RegisteredSource[] = [
  {
    source: usOoh,
    normalise: normaliseUsOoh,
    code: [...SHARED_CODE, "sources/us-ooh", "transforms/us-ooh", "transforms/from-us-ooh"],
  },
];

/** The source and reader that an address belongs to, for files that a person saved. */
export function sourceOf(url: string): DocumentHome | undefined {
  for (const { source } of SOURCES) {
    const root = source.roots.find((address) => address.url === url);
    if (root !== undefined) return homeOf(source, root.kind);
    const kind = source.kindOf(url);
    if (kind !== undefined) return homeOf(source, kind);
  }
  return undefined;
}

function homeOf(source: Source, kind: string): DocumentHome | undefined {
  const reader = source.readers[kind];
  return reader === undefined ? undefined : { source, kind, reader };
}
