import type { Row } from "../model/model.ts";

/** A document that a version rests on. */
export type VersionDocument = Pick<Row<"capture">, "id" | "url" | "source_id" | "sha256">;

/** How a source stands in a version. */
export type VersionSource = {
  readonly id: string;
  readonly edition: string | null;
  readonly state: Row<"source">["state"];
  /** Why it is not fresh, where the version knows it. */
  readonly state_reason: string | null;
};

/** What a version was made from: its sources by their ids, its documents by their addresses and captures. */
export type VersionDocuments = {
  readonly sources: ReadonlyMap<string, VersionSource>;
  readonly byUrl: ReadonlyMap<string, VersionDocument>;
  readonly byCapture: ReadonlyMap<string, VersionDocument>;
};

export function documentsOf(
  sources: readonly VersionSource[],
  documents: readonly VersionDocument[],
): VersionDocuments {
  return {
    sources: new Map(sources.map((source) => [source.id, source])),
    byUrl: new Map(documents.map((document) => [document.url, document])),
    byCapture: new Map(documents.map((document) => [document.id, document])),
  };
}
