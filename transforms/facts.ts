import type { Remark } from "../sources/source.ts";
import type { Fact } from "./model/model.ts";

/** The archived response that facts are read from. */
export type CaptureReference = { readonly id: string; readonly sourceId: string };

/** What one document gives: facts, and what was met and not expected. */
export type Normalised = {
  readonly facts: readonly Fact[];
  readonly remarks: readonly Remark[];
  /** The publisher's period that the document belongs to; `undefined` where it tells none. */
  readonly edition: string | undefined;
};

/** Turns the extract of one document into facts. Pure: the same extract and capture give the same facts. */
export type Normalise = (kind: string, extract: unknown, capture: CaptureReference) => Normalised;
