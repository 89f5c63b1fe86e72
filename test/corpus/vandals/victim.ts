import { readFileSync } from "node:fs";
import { savedDocuments } from "../../../pipelines/bench/saved-documents.ts";
import { SOURCES } from "../../../pipelines/registry.ts";
import type { DocumentReader } from "../../../sources/source.ts";
import type { Normalise } from "../../../transforms/facts.ts";

/** A real document that is going to be changed, and those who read it. */
export type Victim = {
  /** What it is called in the table: its address, or one part of it. */
  readonly name: string;
  readonly url: string;
  readonly sourceId: string;
  readonly kind: string;
  readonly reader: DocumentReader<unknown>;
  readonly normalise: Normalise;
  readonly body: () => Buffer;
};

/** The documents of a source in a folder of saved ones. */
export function victimsIn(folder: string, sourceId: string): Victim[] {
  const registered = SOURCES.find(({ source }) => source.id === sourceId);
  if (registered === undefined) throw new Error(`There is no source “${sourceId}”.`);
  const { source, normalise } = registered;
  return savedDocuments(folder).flatMap(({ url, path }) => {
    const kind = source.roots.find((root) => root.url === url)?.kind ?? source.kindOf(url);
    const reader = source.readers[kind ?? ""];
    if (kind === undefined || reader === undefined) return [];
    return [{ name: url, url, sourceId, kind, reader, normalise, body: () => readFileSync(path) }];
  });
}
