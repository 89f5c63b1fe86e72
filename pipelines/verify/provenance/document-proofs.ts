import type Database from "better-sqlite3";
import type { Archive } from "../../../sources/archive/archive.ts";
import { type FactTable, model, type Row } from "../../../transforms/model/model.ts";
import { createLinkProofs, isComputedLink } from "./computed-links.ts";
import type { Disproof, FactProof, FactRow } from "./fact-proof.ts";
import { createFactReader, type FactsOfCapture, sizeOf } from "./facts-by-capture.ts";
import { proveFact } from "./prove-fact.ts";
import type { ProvenanceCount } from "./provenance-report.ts";
import { reopenCapture } from "./reopen-capture.ts";

/** Looks up the facts of one archived document after the other, and tells the address of each. */
export function createDocumentProofs(
  database: Database.Database,
  archive: Archive,
  count: ProvenanceCount,
): (captureId: string, facts: FactsOfCapture) => string {
  const captureRow = database.prepare<[string], Row<"capture">>("SELECT * FROM capture WHERE id = ?");
  const read = createFactReader(database);
  const proveLink = createLinkProofs(database);
  return (captureId, facts) => {
    const capture = captureRow.get(captureId);
    const url = capture?.url ?? `the response ${captureId}`;
    const find = capture === undefined ? "The version does not list it." : reopenCapture(capture, archive);
    if (typeof find === "string")
      count.problem(`${url}, which ${sizeOf(facts)} facts were read from: ${find}`);
    else count.document();
    const prove = (table: FactTable, row: FactRow): FactProof => {
      if (isComputedLink(table, row)) return proveLink(row);
      return typeof find === "string" ? NOT_OPENED : proveFact(table, row, find);
    };
    for (const { table, row } of read(facts)) {
      const proof = prove(table, row);
      count.fact(table, proof);
      for (const disproof of proof.disproofs) count.problem(sentenceOf(table, row, url, disproof));
    }
    return url;
  };
}

const NOT_OPENED: FactProof = { places: 0, disproofs: [], unproved: "the document cannot be opened" };

function sentenceOf(
  table: FactTable,
  row: FactRow,
  url: string,
  { locator, expected, found }: Disproof,
): string {
  const key = Object.fromEntries(model[table].key.map((column) => [column, row[column]]));
  return `${table} ${JSON.stringify(key)}, read from ${url}: at ${locator}: expected ${expected}, found ${found}.`;
}
