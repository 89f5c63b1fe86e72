import type { Scalar } from "../../../transforms/facts.ts";

/** A row of a table of facts, as it lies in a version. */
export type FactRow = Readonly<Record<string, Scalar>>;

/** A place that does not say what the fact says. */
export type Disproof = { readonly locator: string; readonly expected: string; readonly found: string };

/** What came of looking a fact up in the document that it was read from. */
export type FactProof = {
  readonly places: number;
  readonly disproofs: readonly Disproof[];
  /** Why some of its places could not be held against anything. */
  readonly unproved: string | undefined;
};
