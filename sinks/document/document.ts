import type Database from "better-sqlite3";
import { CITATION, MAIN_NUMBERS, selectOverview } from "../sqlite/overview.ts";
import { prepareCited } from "./cited.ts";
import { prepareCounterparts } from "./counterparts.ts";
import { groupEmployers } from "./employers.ts";
import { PARTS } from "./parts.ts";
import { groupPay } from "./pay.ts";
import { type DocumentRow, prepareRows, type SelectRows } from "./select-rows.ts";

/** One occupation, ready to render. */
export type OccupationDocument = {
  readonly id: string;
  readonly scheme: string;
  readonly code: string;
  readonly title: string;
  readonly country: string | null;
  /** Ids of earlier versions that its publisher has renamed to this one, or merged into it. */
  readonly former_ids: readonly string[];
  /** The main numbers, as in the views for people. */
  readonly overview: DocumentRow;
  readonly [part: string]: unknown;
};

type Parts = Readonly<Record<string, readonly DocumentRow[]>>;

/** The documents of every occupation of a snapshot, in the code-unit order of their ids, made one by one. */
export function* readDocuments(database: Database.Database): Generator<OccupationDocument> {
  const ids = database.prepare<[], string>("SELECT id FROM occupation").pluck().all().toSorted();
  const documentOf = prepareDocument(database);
  for (const id of ids) yield documentOf(id);
}

/** Prepares the document of one occupation; the occupation must be there. */
export function prepareDocument(database: Database.Database): (id: string) => OccupationDocument {
  const occupation = prepareRows(database, "occupation", "id");
  const overview = prepareOverview(database);
  const parts = prepareParts(database);
  const cited = prepareCited(database);
  const counterpartsOf = prepareCounterparts(database);
  const formerIds = database
    .prepare<[string], string>("SELECT from_id FROM occupation_redirect WHERE to_id = ? ORDER BY from_id")
    .pluck();
  return (id) => {
    const own = occupation(id);
    const { citation, ...numbers } = overview(id);
    const facts = Object.fromEntries(parts.map(([part, rows]) => [part, rows(id)]));
    const counterparts = counterpartsOf(id).map((row) => {
      const { citation: _, ...own } = overview(String(row.id));
      return { ...row, overview: own };
    });
    const places = cited([...own, ...Object.values(facts).flat()]);
    const document: DocumentRow = {
      id,
      former_ids: formerIds.all(id),
      ...own[0],
      citation,
      overview: numbers,
      counterparts,
      ...groups(facts),
      ...facts,
      ...places,
    };
    return document as OccupationDocument;
  };
}

function groups(facts: Parts): Parts {
  return { pay: groupPay(facts.wages ?? []), employers: groupEmployers(facts.employer_shares ?? []) };
}

function prepareOverview(database: Database.Database): (id: string) => DocumentRow {
  const query = selectOverview({ ...MAIN_NUMBERS, citation: CITATION }, "occupation.id = ?");
  const statement = database.prepare<[string], DocumentRow>(query);
  return (id) => statement.get(id) ?? {};
}

function prepareParts(database: Database.Database): readonly (readonly [string, SelectRows])[] {
  return PARTS.map(({ part, table, owner }) => [part, prepareRows(database, table, owner)] as const);
}
