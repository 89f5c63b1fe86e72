import type { z } from "zod";
import type { BodyExpectation } from "./fetching/body-expectation.ts";

/** A document that a source consists of: its kind says which reader reads it. */
export type DocumentAddress = { readonly kind: string; readonly url: string };

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
  /** Hours between two rounds. */
  readonly cadenceHours: number;
  readonly hosts: readonly HostManners[];
  readonly readers: Readonly<Record<string, DocumentReader<unknown>>>;
  /** The documents asked for first: indexes, sitemaps, workbooks. */
  readonly roots: readonly DocumentAddress[];
  /** The documents that a root lists, in the order in which they are asked for. */
  readonly listedBy: (root: DocumentAddress, extract: unknown) => readonly DocumentAddress[];
  /** The kind of document that stands at an address, for files that a person saved; `undefined` where none does. */
  readonly kindOf: (url: string) => string | undefined;
  /** `/ooh/healthcare/registered-nurses.htm` → `registered-nurses`: the code that people use with `--only`. */
  readonly codeOf: (address: DocumentAddress) => string | undefined;
  /** What must hold of the real thing; mirrors and samples may be partial. */
  readonly expects: SourceExpectations;
};

export type SourceExpectations = {
  /** Share of the listed documents that may be carried forward or missing before the whole source is. */
  readonly toleratedShare: number;
  /** For live addresses only: documents of each kind, at least. */
  readonly minimumDocuments: Readonly<Record<string, number>>;
  /** For live addresses only: codes that must be there. */
  readonly requiredCodes: readonly string[];
};
