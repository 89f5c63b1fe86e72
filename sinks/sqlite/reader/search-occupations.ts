import type Database from "better-sqlite3";
import type { Row } from "../../../transforms/model/model.ts";
import type { MainNumbers } from "../main-numbers.ts";
import { pickNumbers, selectOverview } from "../overview.ts";

/** What a list of hits shows of an occupation. */
const NUMBERS = [
  ...(["median_annual_amount", "median_annual_qualifier"] as const),
  ...(["median_hourly_amount", "median_hourly_qualifier"] as const),
  ...(["starter_amount", "experienced_amount", "starter_qualifier", "currency"] as const),
  // `projected_id` is the occupation that the growth is about: it can be the wider group.
  ...(["jobs", "projected_id", "growth_percent"] as const),
] as const;

export type SearchHit = Pick<MainNumbers, (typeof NUMBERS)[number]> & {
  readonly id: string;
  readonly title: string;
  /** The other name that the words were found in; null where the title has them. */
  readonly matched_name: string | null;
};

export type SearchOptions = {
  /** How many hits at most; 20 without it. */
  readonly limit?: number;
  readonly country?: "US" | "UK";
  readonly scheme?: Row<"occupation">["scheme"];
};

/** Finds occupations by title, other names, summary and duties, the best first. */
export type SearchOccupations = (words: string, options?: SearchOptions) => readonly SearchHit[];

/** A page of a careers handbook says more than the bare code of the same name. */
const PROFILE_WEIGHT = 2;

type Found = { readonly id: string; readonly names: string | null };
type Filter = {
  readonly query: string;
  readonly limit: number;
  country: string | null;
  scheme: string | null;
};

/** All words must be found; the last one may be a beginning. */
export function prepareSearch(connection: Database.Database): SearchOccupations {
  const found = connection.prepare<[Filter], Found>(
    `SELECT occupation.id, occupation_search.names
    FROM occupation_search JOIN occupation ON occupation.rowid = occupation_search.rowid
    WHERE occupation_search MATCH @query AND occupation.country IS coalesce(@country, occupation.country)
      AND occupation.scheme = coalesce(@scheme, occupation.scheme)
    ORDER BY rank * iif(occupation.scheme IN ('us-ooh', 'uk-ncs'), ${PROFILE_WEIGHT}, 1), occupation.id
    LIMIT @limit`,
  );
  const numbers = connection.prepare<[string], Omit<SearchHit, "matched_name">>(
    selectOverview(
      { id: "occupation.id", title: "occupation.title", ...pickNumbers(NUMBERS) },
      "occupation.id = ?",
    ),
  );
  return (words, { limit = 20, country = null, scheme = null } = {}) => {
    const query = queryOf(words);
    if (query === undefined) return [];
    return found.all({ query, limit, country, scheme }).flatMap(({ id, names }) => {
      const hit = numbers.get(id);
      return hit === undefined ? [] : [{ ...hit, matched_name: matchedName(words, hit.title, names) }];
    });
  };
}

/** Every word as it stands, the last one as a beginning: `"medical" "cod"*`. */
function queryOf(words: string): string | undefined {
  const terms = wordsIn(words).map((word) => `"${word}"`);
  return terms.length === 0 ? undefined : `${terms.join(" ")}*`;
}

function wordsIn(words: string): readonly string[] {
  return words.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** The first of the other names that has all the words, where the title has not. */
function matchedName(words: string, title: string, names: string | null): string | null {
  const wanted = wordsIn(words);
  const hasAll = (name: string) => {
    const own = wordsIn(name);
    return wanted.every((word) => own.some((other) => other.startsWith(word)));
  };
  return hasAll(title) ? null : (names?.split("\n").find(hasAll) ?? null);
}
