import type Database from "better-sqlite3";
import { placesOf } from "../../fact-places.ts";
import type { Disproof, FactProof, FactRow } from "./fact-proof.ts";

/** Whether a row is a link that nobody has published: only such a one has a score. */
export function isComputedLink(table: string, row: FactRow): boolean {
  return table === "relation" && row.score !== null;
}

/**
 * A computed link rests on other rows of the version, which its locators name: `from > to` for a relation, `id: name` for a
 * name, `id` for an occupation. They must be there, and must not be computed themselves.
 */
export function createLinkProofs(database: Database.Database): (row: FactRow) => FactProof {
  const relation = database.prepare(
    "SELECT 1 FROM relation WHERE from_id = ? AND to_id = ? AND score IS NULL",
  );
  const name = database.prepare("SELECT 1 FROM occupation_name WHERE occupation_id = ? AND name = ?");
  const occupation = database.prepare("SELECT 1 FROM occupation WHERE id = ?");
  const isThere = (key: string): boolean => {
    const [, from, to] = /^(\S+) > (\S+)$/.exec(key) ?? [];
    if (from !== undefined) return relation.get(from, to) !== undefined;
    const [, id, words] = /^(\S+?): (.+)$/.exec(key) ?? [];
    return (id === undefined ? occupation.get(key) : name.get(id, words)) !== undefined;
  };
  return (row) => {
    const places = placesOf(row);
    const disproofs = places
      .filter(({ locator }) => !isThere(locator))
      .map(({ locator }): Disproof => ({ locator, expected: "a row of this version", found: "none" }));
    return { places: places.length, disproofs, unproved: undefined };
  };
}
