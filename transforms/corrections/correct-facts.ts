import type { Correction } from "../../sources/correction.ts";
import type { Scalar } from "../facts.ts";
import type { Fact } from "../model/model.ts";
import { rowKeyOf } from "./row-key.ts";

/** A correction, and what the publisher says today of the values that it is about. */
export type Applied = { readonly correction: Correction; readonly found: readonly Scalar[] };

/** Puts right what the documents of a source have wrong, one document after the other. */
export type Correcting = {
  /** The facts of a document; a corrected one keeps the published words in `raw`. */
  readonly correct: (facts: readonly Fact[]) => readonly Fact[];
  /** What became of each correction, when all documents are through. */
  readonly applied: () => readonly Applied[];
};

type Known = { readonly correction: Correction; readonly found: Scalar[] };

export function createCorrecting(corrections: readonly Correction[]): Correcting {
  const all = corrections.map((correction): Known => ({ correction, found: [] }));
  const byKey = new Map<string, Known[]>();
  for (const known of all) {
    const key = rowKeyOf(known.correction);
    byKey.set(key, [...(byKey.get(key) ?? []), known]);
  }
  const tables = new Set(corrections.map(({ table }) => table));
  const correctOne = (fact: Fact): Fact => {
    if (!tables.has(fact.table)) return fact;
    return (byKey.get(factKeyOf(fact)) ?? []).reduce(corrected, fact);
  };
  return {
    correct: (facts) => (all.length === 0 ? facts : facts.map(correctOne)),
    applied: () => all,
  };
}

function factKeyOf({ table, row }: Fact): string {
  const key: Readonly<Record<string, Scalar>> = row;
  return rowKeyOf({ table, key, occupationId: undefined });
}

/** The value is put right where the publisher says what was expected, and stays as it is anywhere else. */
function corrected(fact: Fact, { correction, found }: Known): Fact {
  const { column, published } = correction;
  const row: Readonly<Record<string, Scalar>> = fact.row;
  const value = row[column] ?? null;
  found.push(value);
  if (value !== published) return fact;
  // Where the value itself was the published words, they are kept beside it from now on.
  const raw = row.raw ?? (published === null ? null : String(published));
  return { ...fact, row: { ...fact.row, [column]: correction.corrected, raw } } as Fact;
}
