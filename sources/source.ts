import type { z } from "zod";
import type { BodyExpectation } from "./fetching/body-expectation.ts";
import type { SourceSchedule } from "./schedule.ts";

/** A document that a source consists of: its kind says which reader reads it. */
export type DocumentAddress = {
  readonly kind: string;
  readonly url: string;
  /** An edition that may not be published yet: that it is not there is no trouble until it was there once. */
  readonly isExpected?: boolean;
};

/**
 * What becomes of a document that the store knows and that no root lists.
 *
 * - `held-back`: it stays as it was published, with its whole source, until a person decides.
 * - `asked-again`: it is asked for like the listed ones; where its address has been dead in three rounds in a row, it goes.
 * - `kept`: it stays without being asked for: an older edition, a file that a person imported.
 * - `left-out`: it is an older state of what a root names, which takes its place.
 */
export type UnlistedPolicy = "held-back" | "asked-again" | "kept" | "left-out";

/** The bytes of one archived document, as a reader gets them. */
export type DocumentBytes = { readonly url: string; readonly mediaType: string; readonly body: Uint8Array };

/** Something that a reader met and did not expect, and that costs no value: a new section, a new table. */
export type Remark = { readonly rule: string; readonly locator: string; readonly message: string };

/** What a document says, in the publisher's words. */
export type Reading<Extract> = { readonly extract: Extract; readonly remarks: readonly Remark[] };

/** Reads one kind of document. */
export type DocumentReader<Extract> = {
  readonly kind: string;
  /** What a response must be before it counts as this document. */
  readonly expectation: BodyExpectation;
  /** Validates an extract, also one that comes back from the store. */
  readonly schema: z.ZodType<Extract>;
  /** @throws DocumentError where the document is not what the reader knows; nothing is guessed. */
  readonly read: (document: DocumentBytes) => Reading<Extract>;
};

/** How one host of a publisher wants to be asked. */
export type HostManners = {
  readonly host: string;
  /** Shortest time between the starts of two requests. */
  readonly gapMilliseconds: number;
  /** Requests a day at most, all runs together. */
  readonly requestsPerDay: number;
};

/** A product of a publisher: who makes it, under which licence, where its documents are found. */
export type Source = {
  readonly id: string;
  readonly title: string;
  readonly publisher: string;
  readonly country: "US" | "UK" | "international";
  readonly url: string;
  readonly licence: string;
  readonly licenceUrl: string;
  readonly attribution: string;
  /** When it is looked at; none: it is never asked for. */
  readonly schedule?: SourceSchedule;
  readonly hosts: readonly HostManners[];
  readonly readers: Readonly<Record<string, DocumentReader<unknown>>>;
  /** The documents asked for first: indexes, sitemaps, workbooks. */
  readonly roots: readonly DocumentAddress[];
  /** The documents that a root lists, in the order in which they are asked for. */
  readonly listedBy: (root: DocumentAddress, extract: unknown) => readonly DocumentAddress[];
  readonly unlisted: UnlistedPolicy;
  /**
   * Its documents are editions that stand side by side as a time series, and may tell the same figure: the document that
   * comes first here has the word. `undefined`: every document tells of something else.
   */
  readonly series?: (one: DocumentAddress, other: DocumentAddress) => number;
  /** The publisher has ended it: nothing is asked for, and what the archive has of it stays. */
  readonly retired?: { readonly since: string; readonly reason: string };
  /** The kind of document that stands at an address, for files that a person saved; `undefined` where none does. */
  readonly kindOf: (url: string) => string | undefined;
  /** `/ooh/healthcare/registered-nurses.htm` → `registered-nurses`: the code that people use with `--only`. */
  readonly codeOf: (address: DocumentAddress) => string | undefined;
  /** What must hold of the real thing; mirrors and samples may be partial. */
  readonly expects: SourceExpectations;
};

/** What nearly every occupation of a kind has, of those that the source tells of. */
export type FillRates = {
  /** A scheme and a level: "us-ooh profile". */
  readonly of: string;
  /**
   * The share that has a thing, at least. A thing is a table with a word that stands in its rows: "wage.median"; of
   * occupations themselves it is a column: "occupation.summary". A row without a figure fills nothing.
   */
  readonly has: Readonly<Record<string, number>>;
};

export type SourceExpectations = {
  /** Share of the listed documents that may be carried forward or missing before the whole source is. */
  readonly toleratedShare: number;
  /** What is there of nearly every occupation: measured over the real thing, with a margin. */
  readonly filled: readonly FillRates[];
  /** For live addresses only: rows of each table, at least. */
  readonly minimumFacts?: Readonly<Record<string, number>>;
  /** For live addresses only: documents of each kind, at least. */
  readonly minimumDocuments: Readonly<Record<string, number>>;
  /** For live addresses only: codes that must be there. */
  readonly requiredCodes: readonly string[];
  /** A document with figures for a unit group of this classification has them for all that the dataset knows. */
  readonly everyUnitOf?: string;
  /** Its documents tell the same occupations: one that has other codes, or other titles, than the first is refused. */
  readonly sameOccupations?: true;
};
