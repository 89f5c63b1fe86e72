import { prepareSearch, type SearchHit } from "../../sinks/sqlite/reader/search-occupations.ts";
import { findVersion, inSnapshot } from "../published-version.ts";
import { count, money, qualified, signed } from "../text/figures.ts";
import type { CommandDefinition } from "./command.ts";
import { wholeNumber } from "./option-values.ts";

type Qualifier = Parameters<typeof qualified>[1];

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
    const hits = inSnapshot(version, (database) =>
      prepareSearch(database)(words, { limit: wholeNumber("--limit", limit) }),
    );
    return {
      json: { version: version.id, words, hits },
      text: () => (hits.length === 0 ? noHits(words) : hits.map(hitText).join("\n")),
    };
  },
};

function noHits(words: string): string {
  return `Nothing was found for "${words}". Try fewer words, or the beginning of one.`;
}

/** Ids are there to be copied, so each stands whole on a line of its own. */
function hitText(hit: SearchHit): string {
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

function medianWords(hit: SearchHit): string {
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
}: SearchHit): string | undefined {
  if (starter_qualifier === "variable") return "pay varies";
  if (starter_amount === null || experienced_amount === null || currency === null) return undefined;
  return `${money(starter_amount, currency)} to ${money(experienced_amount, currency)} a year`;
}
