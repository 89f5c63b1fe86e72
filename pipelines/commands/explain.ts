import type Database from "better-sqlite3";
import type { Row } from "../../transforms/model/model.ts";
import { type ExplainedFact, explainedFacts } from "../explain/explained-fact.ts";
import { factJson } from "../explain/fact-json.ts";
import { factText } from "../explain/fact-text.ts";
import { issuesAbout } from "../explain/issues-about.ts";
import { type OwnSource, ownSources, sourceText } from "../explain/own-sources.ts";
import { factNameFrom, NAMED_TABLES } from "../fact-name.ts";
import { findOccupation } from "../find-occupation.ts";
import { findVersion, inSnapshot } from "../published-version.ts";
import { redirectLines } from "../text/redirect-lines.ts";
import { wrap } from "../text/wrap.ts";
import type { Layout, Registry } from "../world.ts";
import type { CommandDefinition } from "./command.ts";

/** Not a table, but where the facts of an occupation come from as a whole. */
const SOURCE = "source";

export const explainCommand: CommandDefinition<{ readonly version?: string }> = {
  name: "explain",
  summary:
    "where a value comes from: address, time, content, place, the published words, the way to the value",
  examples: [
    "occupations explain registered-nurses wage.median",
    "occupations explain us-ooh/registered-nurses projection",
    "occupations explain registered-nurses source",
    "occupations explain registered-nurses wage.median.year --json",
  ],
  declare: (command) =>
    command
      .argument("<id>", "an occupation: us-ooh/registered-nurses, or registered-nurses")
      .argument(
        "[fact]",
        "a table, and values of its columns: wage, wage.median, wage.median.year; or source: what all was read from",
      )
      .option("--version <v>", "another version than the latest"),
  run: async ({ store, registry }, [words = "", fact], options) => {
    const version = await findVersion(store, options.version);
    return inSnapshot(version, (database) => {
      const { id, redirect } = findOccupation(database, words);
      const about = explanationOf(database, id, fact);
      const { facts, sources, issues } = about;
      return {
        json: {
          ...{ version: version.id, occupation_id: id, redirected_from: redirect?.from_id ?? null },
          facts: facts.map((one) => factJson(one, registry.sourceOf)),
          ...{ sources, issues },
        },
        text: (layout) =>
          [...redirectLines(redirect, layout), textOf(id, fact, about, registry, layout)].join("\n\n"),
      };
    });
  },
};

type Explanation = {
  readonly facts: readonly ExplainedFact[];
  readonly sources: readonly OwnSource[];
  readonly issues: readonly Row<"issue">[];
};

/** @throws UsageError where `fact` names no table. */
function explanationOf(database: Database.Database, id: string, fact: string | undefined): Explanation {
  if (fact === SOURCE)
    return { facts: [], sources: ownSources(database, id), issues: issuesAbout(database, id, undefined) };
  const names = fact === undefined ? NAMED_TABLES.map(factNameFrom) : [factNameFrom(fact)];
  return {
    facts: names.flatMap((name) => explainedFacts(database, id, name)),
    sources: [],
    issues: issuesAbout(database, id, fact === undefined ? undefined : names.map(({ table }) => table)),
  };
}

function textOf(
  id: string,
  fact: string | undefined,
  { facts, sources, issues }: Explanation,
  registry: Registry,
  layout: Layout,
): string {
  const width = Math.min(layout.width, 100);
  const readerOf = (url: string) => {
    const home = registry.sourceOf(url);
    return home && `${home.kind} of ${home.source.id} (sources/${home.source.id}/README.md tells its quirks)`;
  };
  if (fact !== SOURCE && facts.length === 0) return nothing(id, fact);
  return [
    id,
    ...sources.map((source) => sourceText(source, width)),
    ...facts.map((one) => factText(one, readerOf, width)),
    ...issues.map(({ rule, severity, message }) =>
      wrap(`${severity} ${rule}: ${message}`, width, "issue        ", " ".repeat(13)),
    ),
  ].join("\n\n");
}

function nothing(id: string, fact = ""): string {
  const [table = "", ...wanted] = fact.split(".");
  const which = wanted.length === 0 ? "" : ` with ${wanted.join(" and ")}`;
  return `${id} has no row in ${table}${which}: nothing of the kind was published. \`occupations explain ${id} ${table}\` shows what there is.`;
}
