import { FACT_TABLES, type FactTable } from "../../../transforms/model/model.ts";
import type { FactProof } from "./fact-proof.ts";

/** What came of looking up every fact of a version in the archive. */
export type ProvenanceReport = {
  /** Archived documents that were opened again. */
  readonly documents: number;
  readonly tables: Readonly<Record<FactTable, TableProof>>;
  /** One sentence each, of the first that were met: row, address, place, what should stand there, and what does. */
  readonly problems: readonly string[];
  readonly problemCount: number;
};

export type TableProof = {
  readonly rows: number;
  /** Rows all of whose places say what they should. */
  readonly proved: number;
  /** Places that were looked up. */
  readonly places: number;
  /** Rows that could not be held against their document, by the reason. */
  readonly unproved: Readonly<Record<string, number>>;
};

/** More than a person reads. */
const MOST_PROBLEMS = 100;

/** Counts facts while they go by. */
export type ProvenanceCount = {
  readonly document: () => void;
  readonly fact: (table: FactTable, proof: FactProof) => void;
  readonly problem: (sentence: string) => void;
  readonly report: () => ProvenanceReport;
};

export function createProvenanceCount(): ProvenanceCount {
  const none = () => ({ rows: 0, proved: 0, places: 0, unproved: {} as Record<string, number> });
  const tables = Object.fromEntries(FACT_TABLES.map((table) => [table, none()])) as Record<
    FactTable,
    ReturnType<typeof none>
  >;
  const problems: string[] = [];
  let documents = 0;
  let problemCount = 0;
  return {
    document: () => {
      documents++;
    },
    fact: (table, { places, disproofs, unproved }) => {
      const count = tables[table];
      count.rows++;
      count.places += places;
      if (unproved !== undefined) count.unproved[unproved] = (count.unproved[unproved] ?? 0) + 1;
      else if (disproofs.length === 0) count.proved++;
    },
    problem: (sentence) => {
      problemCount++;
      if (problems.length < MOST_PROBLEMS) problems.push(sentence);
    },
    report: () => ({ documents, tables, problems, problemCount }),
  };
}
