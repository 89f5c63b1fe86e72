import type Database from "better-sqlite3";
import { model, type Row } from "../../transforms/model/model.ts";
import { UsageError } from "../errors/usage-error.ts";
import { type FactPlace, placesOf } from "../fact-places.ts";
import { findOccupation } from "../find-occupation.ts";
import { findVersion, inSnapshot } from "../published-version.ts";
import { wrap } from "../text/wrap.ts";
import type { Layout } from "../world.ts";
import type { CommandDefinition } from "./command.ts";

type Values = Readonly<Record<string, string | number | null>>;

type ExplainedFact = {
  readonly table: string;
  readonly values: Values;
  readonly places: readonly FactPlace[];
  readonly capture: Row<"capture">;
};

/** Tables that say something of one occupation, and the column that names it. */
const OWNERS: ReadonlyMap<string, string> = new Map(
  Object.values(model).flatMap(({ name, columns }): [string, string][] => {
    if (!("locator" in columns)) return [];
    if ("occupation_id" in columns) return [[name, "occupation_id"]];
    if ("from_id" in columns) return [[name, "from_id"]];
    return name === "occupation" ? [[name, "id"]] : [];
  }),
);

const PROVENANCE: ReadonlySet<string> = new Set(["source_id", "capture_id", "locator", "raw"]);

export const explainCommand: CommandDefinition<{ readonly version?: string }> = {
  name: "explain",
  summary: "where a value comes from: address, time, content, place, the published words",
  examples: [
    "occupations explain registered-nurses wage.median",
    "occupations explain us-ooh/registered-nurses projection",
    "occupations explain registered-nurses wage.median.year --json",
  ],
  declare: (command) =>
    command
      .argument("<id>", "an occupation: us-ooh/registered-nurses, or registered-nurses")
      .argument("[fact]", "a table, and values of its columns: wage, wage.median, wage.median.year")
      .option("--version <v>", "another version than the latest"),
  run: async ({ store }, [words = "", fact], options) => {
    const version = await findVersion(store, options.version);
    return inSnapshot(version, (database) => {
      const id = findOccupation(database, words);
      const facts = explain(database, id, fact);
      return {
        json: { version: version.id, occupation_id: id, facts: facts.map(jsonOf) },
        text: (layout) => (facts.length === 0 ? nothing(id, fact) : textOf(id, facts, layout)),
      };
    });
  },
};

/** @throws UsageError where `fact` names no table. */
function explain(
  database: Database.Database,
  id: string,
  fact: string | undefined,
): readonly ExplainedFact[] {
  if (fact === undefined) return [...OWNERS.keys()].flatMap((table) => factsIn(database, id, table, []));
  const [table = "", ...wanted] = fact.split(".");
  if (OWNERS.has(table)) return factsIn(database, id, table, wanted);
  throw new UsageError(
    `"${table}" is no table of facts. The tables are ${[...OWNERS.keys()].join(", ")}.`,
    "unknown-table",
  );
}

function factsIn(
  database: Database.Database,
  id: string,
  table: string,
  wanted: readonly string[],
): readonly ExplainedFact[] {
  const capture = database.prepare<[unknown], Row<"capture">>("SELECT * FROM capture WHERE id = ?");
  return database
    .prepare<[string], Values>(`SELECT * FROM ${table} WHERE ${OWNERS.get(table)} = ? ORDER BY rowid`)
    .all(id)
    .filter((row) => wanted.every((value) => valuesOf(table, row).some(([, own]) => String(own) === value)))
    .map((row) => ({
      table,
      values: Object.fromEntries(valuesOf(table, row)),
      places: placesOf(row),
      capture: capture.get(row.capture_id) as Row<"capture">,
    }));
}

/** The columns that say something; empty ones, and where it was read, left out. */
function valuesOf(table: string, row: Values): [string, string | number][] {
  return Object.entries(row).flatMap(([column, value]): [string, string | number][] =>
    value === null || PROVENANCE.has(column) || column === OWNERS.get(table) ? [] : [[column, value]],
  );
}

function jsonOf({ table, values, places, capture }: ExplainedFact): object {
  const { id, source_id, url, fetched_at, sha256, acquired_by } = capture;
  return {
    table,
    values,
    places: places.map(({ locator, words }) => ({ locator, raw: words })),
    source_id,
    capture_id: id,
    url,
    fetched_at,
    sha256,
    acquired_by,
  };
}

function nothing(id: string, fact = ""): string {
  const [table = "", ...wanted] = fact.split(".");
  const which = wanted.length === 0 ? "" : ` with ${wanted.join(" and ")}`;
  return `${id} has no row in ${table}${which}: nothing of the kind was published. \`occupations explain ${id} ${table}\` shows what there is.`;
}

function textOf(id: string, facts: readonly ExplainedFact[], { width }: Layout): string {
  return [id, ...facts.map((fact) => factText(fact, Math.min(width, 100)))].join("\n\n");
}

function factText({ table, values, places, capture }: ExplainedFact, width: number): string {
  const line = (label: string, text: string) => wrap(text, width, `  ${label.padEnd(10)} `, " ".repeat(13));
  const value = Object.entries(values).map(([column, own]) => `${column} ${own}`);
  // Only a computed link has a score: nobody has published it, and its places are other rows of the dataset.
  const isComputed = table === "relation" && typeof values.score === "number";
  return [
    table,
    line("value", value.join(" · ")),
    ...places.flatMap(({ locator, words }) =>
      isComputed
        ? [line("rests on", locator)]
        : [
            line("published", words === null ? "as the value stands there" : `"${words}"`),
            line("where", locator),
          ],
    ),
    line("address", capture.url),
    line("fetched", `${capture.fetched_at} (${capture.acquired_by})`),
    line("content", `sha256 ${capture.sha256}`),
    line("capture", capture.id),
  ].join("\n");
}
