import type Database from "better-sqlite3";
import type { Redirect } from "../transforms/redirects.ts";
import { UsageError } from "./errors/usage-error.ts";
import { redirectsIn } from "./redirects-in.ts";

type Candidate = { readonly id: string; readonly code: string; readonly title: string };

/** A bare code of an older edition is meant only where the current editions do not have it. */
const OLDER_EDITIONS = ["us-soc-2010/", "uk-soc-2010/"];

const SUGGESTIONS = 3;
const LEAST_LIKENESS = 0.35;

/** An occupation, and the redirect by which it was found, where the publisher has given up the id that was asked for. */
export type FoundOccupation = { readonly id: string; readonly redirect: Redirect | undefined };

/**
 * The occupation that a person means by an id, a bare code or an address:
 * `us-ooh/registered-nurses`, `registered-nurses`, `https://www.bls.gov/ooh/healthcare/registered-nurses.htm`.
 *
 * @throws UsageError where there is none, with the nearest ones, or more than one.
 */
export function findOccupation(database: Database.Database, words: string): FoundOccupation {
  const found = occupationIn(database, words);
  if (found === undefined) throw unknown(database, words);
  return found;
}

/**
 * The same; nothing where there is none.
 *
 * @throws UsageError where there is more than one.
 */
export function occupationIn(database: Database.Database, words: string): FoundOccupation | undefined {
  const here = (id: string) => ({ id, redirect: undefined });
  const byId = database.prepare<[string], string>("SELECT id FROM occupation WHERE id = ?").pluck();
  const exact = byId.get(words) ?? byId.get(words.toLowerCase());
  if (exact !== undefined) return here(exact);
  const found = database
    .prepare<[string, string], string>("SELECT id FROM occupation WHERE code = ? OR url = ? ORDER BY id")
    .pluck()
    .all(words.toLowerCase(), words);
  const current = found.filter((id) => !OLDER_EDITIONS.some((edition) => id.startsWith(edition)));
  const [only, ...others] = current.length > 0 ? current : found;
  if (only === undefined) return redirected(database, words);
  if (others.length === 0) return here(only);
  throw new UsageError(
    `"${words}" can be any of ${found.join(", ")}. Name one of them.`,
    "ambiguous-occupation",
  );
}

/** Nothing where no earlier version had it, or where several ids have its code. */
function redirected(database: Database.Database, words: string): FoundOccupation | undefined {
  const asked = words.toLowerCase();
  const [redirect, ...others] = redirectsIn(database).filter(
    ({ from_id, from_url }) =>
      from_id === asked || from_id.slice(from_id.indexOf("/") + 1) === asked || from_url === words,
  );
  if (redirect === undefined || others.length > 0) return undefined;
  return { id: redirect.to_id, redirect };
}

function unknown(database: Database.Database, words: string): UsageError {
  const nearest = nearestOccupations(database, words);
  const hint =
    nearest.length > 0
      ? `Nearest: ${nearest.map(({ id, title }) => `${id} (${title})`).join(", ")}.`
      : "`occupations search WORDS` finds occupations by title, other names and duties.";
  return new UsageError(`There is no occupation "${words}" in this version. ${hint}`, "unknown-occupation");
}

function nearestOccupations(database: Database.Database, words: string): readonly Candidate[] {
  const wanted = pairsIn(words.slice(words.indexOf("/") + 1));
  return database
    .prepare<[], Candidate>("SELECT id, code, title FROM occupation")
    .all()
    .map((candidate) => ({
      candidate,
      likeness: Math.max(
        likeness(wanted, pairsIn(candidate.code)),
        likeness(wanted, pairsIn(candidate.title)),
      ),
    }))
    .filter((match) => match.likeness >= LEAST_LIKENESS)
    .toSorted((one, other) => other.likeness - one.likeness)
    .slice(0, SUGGESTIONS)
    .map((match) => match.candidate);
}

/** "nurse" → "nu", "ur", "rs", "se": two words with many pairs in common are spelled alike. */
function pairsIn(words: string): ReadonlySet<string> {
  const letters = words.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, " ");
  return new Set(
    Array.from({ length: Math.max(0, letters.length - 1) }, (_, at) => letters.slice(at, at + 2)),
  );
}

/** Dice's coefficient: 0 for nothing in common, 1 for all. */
function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const shared = [...one].filter((pair) => other.has(pair)).length;
  return one.size + other.size === 0 ? 0 : (2 * shared) / (one.size + other.size);
}
