import type Database from "better-sqlite3";
import { pickNumbers, selectOverview } from "../../sinks/sqlite/overview.ts";
import { findVersion, inSnapshot } from "../published-version.ts";
import { count, money, qualified, signed } from "../text/figures.ts";
import type { CommandDefinition } from "./command.ts";
import { wholeNumber } from "./option-values.ts";

type Hit = {
  readonly id: string;
  readonly title: string;
  /** The other name that the words were found in; null where the title has them. */
  readonly matched_name: string | null;
  readonly median_annual_amount: number | null;
  readonly median_annual_qualifier: Qualifier | null;
  readonly median_hourly_amount: number | null;
  readonly median_hourly_qualifier: Qualifier | null;
  readonly starter_amount: number | null;
  readonly starter_qualifier: Qualifier | null;
  readonly experienced_amount: number | null;
  readonly currency: "USD" | "GBP" | null;
  readonly jobs: number | null;
  /** The occupation that the growth is about: it can be the wider group. */
  readonly projected_id: string | null;
  readonly growth_percent: number | null;
};

type Qualifier = Parameters<typeof qualified>[1];

/** A page of a careers handbook says more than the bare code of the same name. */
const PROFILE_WEIGHT = 2;

/** Finds occupations by title, other names, summary and duties. */
export const searchCommand: CommandDefinition<{ readonly limit: string }> = {
  name: "search",
  summary: "find occupations by title, other names, summary and duties",
  examples: [
    "occupations search nurse",
    'occupations search "medical cod"',
    "occupations search coder --json",
  ],
  declare: (command) =>
    command
      .argument("<words...>", "all of them must be found; the last one may be a beginning")
      .option("--limit <n>", "how many at most", "20"),
  run: async ({ store }, args, { limit }) => {
    const words = args.join(" ");
    const version = await findVersion(store);
    const hits = inSnapshot(version, (database) => search(database, words, wholeNumber("--limit", limit)));
    return {
      json: { version: version.id, words, hits },
      text: () => (hits.length === 0 ? noHits(words) : hits.map(hitText).join("\n")),
    };
  },
};

function search(database: Database.Database, words: string, limit: number): readonly Hit[] {
  const query = queryOf(words);
  if (query === undefined) return [];
  const found = database
    .prepare<[string, number], { id: string; names: string | null }>(
      `SELECT id, names FROM occupation_search WHERE occupation_search MATCH ?
      ORDER BY rank * iif(scheme IN ('us-ooh', 'uk-ncs'), ${PROFILE_WEIGHT}, 1), id LIMIT ?`,
    )
    .all(query, limit);
  const numbers = database.prepare<[string], Omit<Hit, "matched_name">>(
    selectOverview({ id: "occupation.id", title: "occupation.title", ...COLUMNS }, "occupation.id = ?"),
  );
  return found.flatMap(({ id, names }) => {
    const hit = numbers.get(id);
    return hit === undefined ? [] : [{ ...hit, matched_name: matchedName(words, hit.title, names) }];
  });
}

const COLUMNS = pickNumbers([
  ...(["median_annual_amount", "median_annual_qualifier"] as const),
  ...(["median_hourly_amount", "median_hourly_qualifier"] as const),
  ...(["starter_amount", "experienced_amount", "starter_qualifier", "currency"] as const),
  ...(["jobs", "projected_id", "growth_percent"] as const),
]);

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

function noHits(words: string): string {
  return `Nothing was found for "${words}". Try fewer words, or the beginning of one.`;
}

/** Ids are there to be copied, so each stands whole on a line of its own. */
function hitText(hit: Hit): string {
  const jobs = hit.jobs === null ? "number of jobs not published" : `${count(hit.jobs)} jobs`;
  const growth =
    hit.growth_percent === null || hit.projected_id !== hit.id
      ? "outlook not published"
      : `growth ${signed(hit.growth_percent)}%`;
  return [
    hit.title,
    `  ${hit.id}`,
    ...(hit.matched_name === null ? [] : [`  also: ${hit.matched_name}`]),
    `  ${[medianWords(hit), jobs, growth].join(" · ")}`,
  ].join("\n");
}

function medianWords(hit: Hit): string {
  const { currency } = hit;
  const figure = (amount: number | null, qualifier: Qualifier | null, unit: string) =>
    amount === null || currency === null
      ? undefined
      : `${qualified(money(amount, currency), qualifier ?? "exact")}${unit}`;
  return (
    figure(hit.median_annual_amount, hit.median_annual_qualifier, " a year") ??
    figure(hit.median_hourly_amount, hit.median_hourly_qualifier, " an hour") ??
    starterWords(hit) ??
    "median pay not published"
  );
}

/** "£29,000 to £44,000 a year": what starters and experienced workers earn, where a careers service says so. */
function starterWords({
  starter_amount,
  experienced_amount,
  starter_qualifier,
  currency,
}: Hit): string | undefined {
  if (starter_qualifier === "variable") return "pay varies";
  if (starter_amount === null || experienced_amount === null || currency === null) return undefined;
  return `${money(starter_amount, currency)} to ${money(experienced_amount, currency)} a year`;
}
