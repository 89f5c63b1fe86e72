import type { Capture } from "../../sources/archive/capture.ts";
import type { DocumentAddress, Source } from "../../sources/source.ts";
import type { Normalised } from "../../transforms/facts.ts";
import type { Row } from "../../transforms/model/model.ts";
import type { Redirect } from "../../transforms/redirects.ts";
import type { RegisteredSource } from "../registry.ts";

/** A document that goes into a version. */
export type ChosenDocument = { readonly address: DocumentAddress; readonly capture: Capture };

/** Where the facts of a document come from: read anew, or remembered. */
export type FactsReader = {
  /** @throws DocumentError where the program does not understand the document. */
  readonly facts: (address: DocumentAddress, capture: Capture) => Normalised;
};

/** How a source stands in a version. */
export type Standing = {
  readonly state: Row<"source">["state"];
  /** ISO time of the first version in a row that has it in this state. */
  readonly since: string;
  /** Why it is not fresh; NULL where it is. */
  readonly reason: string | null;
};

/** A source with what it gives to a version. */
export type Contribution = {
  readonly registered: RegisteredSource;
  readonly reader: FactsReader;
  readonly standing: Standing;
  /** In the order in which they have the word. */
  readonly documents: readonly ChosenDocument[];
  /** What a run found that no document tells: that one could not be fetched, that the whole source is carried forward. */
  readonly findings: readonly Row<"issue">[];
  /** Ids of earlier versions, and where their profiles are now; what leads nowhere is left out of the version. */
  readonly redirects: readonly Redirect[];
};

/** Editions by their precedence, all other documents by their addresses. */
export function inOrder(source: Source, documents: readonly ChosenDocument[]): ChosenDocument[] {
  const byAddress = documents.toSorted((one, other) => (one.address.url < other.address.url ? -1 : 1));
  const { series } = source;
  return series === undefined
    ? byAddress
    : byAddress.toSorted((one, other) => series(one.address, other.address));
}
