import type Database from "better-sqlite3";
import type { Row } from "../../transforms/model/model.ts";
import type { FactRow } from "../fact-name.ts";
import { type FactPlace, placesOf } from "../fact-places.ts";

/** A row that a computed link rests on, and where that was read. */
export type Input = {
  /** As the link names it: `us-ooh/actors > us-soc-2018/27-2011`, `us-ooh/actors: Actress`, or an id. */
  readonly row: string;
  readonly table: "relation" | "occupation_name" | "occupation";
  readonly says: string;
  readonly places: readonly FactPlace[];
  readonly url: string;
};

type Found = FactRow & Pick<Row<"capture">, "url"> & { readonly says: string };

const FROM = "JOIN capture ON capture.id = fact.capture_id";

const QUERIES = {
  relation: `SELECT fact.*, capture.url, fact.kind || ', ' || fact.method AS says FROM relation AS fact ${FROM}
    WHERE fact.from_id = ? AND fact.to_id = ? AND fact.score IS NULL`,
  occupation_name: `SELECT fact.*, capture.url, fact.name AS says FROM occupation_name AS fact ${FROM}
    WHERE fact.occupation_id = ? AND fact.name = ?`,
  occupation: `SELECT fact.*, capture.url, fact.title AS says FROM occupation AS fact ${FROM} WHERE fact.id = ?`,
} as const;

/** Finds the rows that a link was composed from, each with a place of its own. */
export function inputsOf(database: Database.Database, restsOn: readonly FactPlace[]): Input[] {
  return restsOn.flatMap(({ locator: row }) => {
    const { table, key } = named(row);
    const found = database.prepare<string[], Found>(QUERIES[table]).get(...key);
    if (found === undefined) return [];
    return [{ row, table, says: found.says, places: placesOf(found), url: found.url }];
  });
}

function named(row: string): { table: Input["table"]; key: string[] } {
  const [from = "", to] = row.split(" > ");
  if (to !== undefined) return { table: "relation", key: [from, to] };
  const colon = row.indexOf(": ");
  if (colon === -1) return { table: "occupation", key: [row] };
  return { table: "occupation_name", key: [row.slice(0, colon), row.slice(colon + 2)] };
}
