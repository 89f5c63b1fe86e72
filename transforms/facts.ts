import type { Remark } from "../sources/source.ts";
import type { Fact, FactTable, Row } from "./model/model.ts";

/** The archived response that facts are read from. */
export type CaptureReference = { readonly id: string; readonly sourceId: string };

/** What one document gives: facts, and what was met and not expected. */
export type Normalised = {
  readonly facts: readonly Fact[];
  readonly remarks: readonly Remark[];
  /** The publisher's period that the document belongs to; `undefined` where it tells none. */
  readonly edition: string | undefined;
  readonly mentions?: readonly CodeMention[];
  /** What the document says of facts that another source publishes. */
  readonly statements?: readonly Statement[];
};

/** A value as it stands in a column; NULL where none is published. */
export type Scalar = string | number | null;

/**
 * What a source says of a fact that another source publishes: it is compared with that fact, and is no second row.
 * `about` names the fact by as many of its columns as it takes, `says` gives the values by the names of the checks.
 */
export type Statement = {
  [T in FactTable]: {
    readonly table: T;
    readonly about: Readonly<Partial<Row<T>>>;
    readonly says: Readonly<Record<string, Scalar>>;
  };
}[FactTable] & {
  /** The day on which the source published it, where it tells that. */
  readonly published: string | null;
  readonly source_id: string;
  readonly capture_id: string;
  readonly locator: string;
  /** The words as published. */
  readonly raw: string | null;
};

/**
 * A profile shows a code and its title without saying of which edition of the classification. What it covers is decided
 * when all documents are in: code and title must fit one edition.
 */
export type CodeMention = {
  /** The occupation that shows it. */
  readonly from_id: string;
  /** The schemes that it can belong to, such as `uk-soc-2010` and `uk-soc-2020`. */
  readonly schemes: readonly string[];
  readonly code: string;
  readonly title: string;
  readonly source_id: string;
  readonly capture_id: string;
  readonly locator: string;
  /** The code and the title as published. */
  readonly raw: string;
};

/** Turns the extract of one document into facts. Pure: the same extract and capture give the same facts. */
export type Normalise = (kind: string, extract: unknown, capture: CaptureReference) => Normalised;
