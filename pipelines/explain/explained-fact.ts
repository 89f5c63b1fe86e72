import type Database from "better-sqlite3";
import type { FactTable, Row } from "../../transforms/model/model.ts";
import { type FactName, type FactRow, rowsNamed, valuesOf } from "../fact-name.ts";
import { type FactPlace, placesOf } from "../fact-places.ts";
import { correctionsOf } from "./corrections-of.ts";
import { derivedShare } from "./derived-share.ts";
import { figureSteps } from "./figure-steps.ts";
import { type Input, inputsOf } from "./inputs.ts";
import type { Explained, Step } from "./step.ts";
import { wordingSteps } from "./wording-steps.ts";

/** A row of the dataset, the words behind it, and the way from those to these. */
export type ExplainedFact = {
  readonly table: FactTable;
  readonly values: Readonly<Record<string, string | number>>;
  readonly places: readonly FactPlace[];
  readonly capture: Row<"capture">;
  readonly steps: readonly Step[];
  /** How a value was computed that nobody has published. */
  readonly computed: string | undefined;
  /** The rows that a computed link rests on. */
  readonly inputs: readonly Input[];
  readonly corrections: readonly Row<"correction">[];
};

/** The facts of an occupation that a name means. */
export function explainedFacts(
  database: Database.Database,
  occupationId: string,
  name: FactName,
): readonly ExplainedFact[] {
  const capture = database.prepare<[string], Row<"capture">>("SELECT * FROM capture WHERE id = ?");
  return rowsNamed(database, occupationId, name).map((row) =>
    explained(database, name.table, row, capture.get(row.capture_id) as Row<"capture">),
  );
}

function explained(
  database: Database.Database,
  table: FactTable,
  row: FactRow,
  capture: Row<"capture">,
): ExplainedFact {
  const values = Object.fromEntries(valuesOf(table, row));
  const places = placesOf(row);
  const words = places.flatMap(({ words }) => (words === null ? [] : [words]));
  const about: Explained = { sourceId: row.source_id, table, values, words };
  const isComputed = isComputedLink(table, row);
  const share = derivedShare(about);
  return {
    ...{ table, values, places, capture },
    // The figure of a computed share stands nowhere.
    steps: isComputed
      ? []
      : [...(values.basis === "derived" ? [] : figureSteps(about)), ...wordingSteps(about)],
    computed: isComputed ? linkWords(row) : share,
    inputs: isComputed ? inputsOf(database, places) : [],
    corrections: correctionsOf(database, table, row),
  };
}

/** Only a computed link has a score: nobody has published it, and its places are other rows of the dataset. */
export function isComputedLink(table: string, { score }: Readonly<Record<string, unknown>>): boolean {
  return table === "relation" && typeof score === "number";
}

function linkWords({ method, score, weight }: FactRow): string {
  const [path = "", ...names] = String(method).split("+");
  const isByNames = path === "titles";
  const ways = [
    ...(isByNames ? [] : [`${weight} ${weight === 1 ? "path" : "paths"} ${path.replaceAll(">", " > ")}`]),
    ...(isByNames || names.length > 0 ? ["names that agree"] : []),
  ];
  return `by ${ways.join(" and by ")}: (path + names) / 2 = ${score}; sources/crosswalk/README.md has the formula`;
}
