import type { CodeMention, Normalised, Scalar } from "../../../transforms/facts.ts";
import { type Fact, type FactTable, model, type Row } from "../../../transforms/model/model.ts";

/** A row of a table of figures, with the words that tell it from the others. */
export type Figure = {
  readonly table: FactTable;
  readonly row: Readonly<Record<string, Scalar>>;
  /** "us-ooh/actors, US, median, hour, 2024-05" */
  readonly name: string;
};

/** What one document says, laid out so that two copies of it can be compared. */
export type DocumentFacts = {
  readonly edition: string | undefined;
  readonly facts: readonly Fact[];
  readonly mentions: readonly CodeMention[];
  /** Figures by table and key: the same key, the same thing measured. */
  readonly figures: ReadonlyMap<string, Figure>;
};

/** Lays a document out for the rules. */
export function documentFacts({ edition, facts, mentions = [] }: Normalised): DocumentFacts {
  return { edition, facts, mentions, figures: new Map(facts.filter(isFigure).map(figureOf)) };
}

const TABLES_OF_FIGURES: ReadonlySet<FactTable> = new Set<FactTable>([
  "wage",
  "pay_band",
  "employment",
  "employer_share",
  "projection",
  "working_hours",
]);

/** Entry requirements are words, but out of a list of a dozen: they behave like figures. Entry routes are prose. */
const REQUIREMENTS_OF_A_LIST: ReadonlySet<Row<"requirement">["kind"]> = new Set([
  "entry-education",
  "work-experience",
  "on-the-job-training",
]);

/** Whether a fact is one that only a new edition takes away or changes by much. */
export function isFigure({ table, row }: Fact): boolean {
  return TABLES_OF_FIGURES.has(table) || (table === "requirement" && REQUIREMENTS_OF_A_LIST.has(row.kind));
}

function figureOf({ table, row }: Fact): [key: string, figure: Figure] {
  const values = row as Figure["row"];
  const identity = identityOf(table).map((column) => values[column] ?? null);
  const name = identity.filter((word) => word !== null).join(", ");
  return [JSON.stringify([table, ...identity]), { table, row: values, name }];
}

/** An employer moves in the list when another grows: it is known by its industry, not by its rank. */
function identityOf(table: FactTable): readonly string[] {
  return model[table].key.map((column) => (column === "rank" ? "industry_id" : column));
}
