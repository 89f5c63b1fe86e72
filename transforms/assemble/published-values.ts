import type { Scalar, Statement } from "../facts.ts";
import type { Fact, FactTable, Row } from "../model/model.ts";

/** What of one table can be compared with another source. */
export type ComparedTable<T extends FactTable> = {
  /** Columns by which a statement names the fact: those of the table's key, or others that do as well. */
  readonly by: readonly (keyof Row<T> & string)[];
  /** Facts that the other source speaks of at all. */
  readonly isSpokenOf: (row: Row<T>) => boolean;
  /** The value of each check; `undefined` where the fact has none. */
  readonly values: Readonly<Record<string, (row: Row<T>) => Scalar | undefined>>;
  /** Checks whose differences are counted, not told one by one: prose. */
  readonly counted?: readonly string[];
};

/** What a source is compared with: the tables, and of each the facts and the values. */
export type Compared = { readonly [T in FactTable]?: ComparedTable<T> };

export type PublishedFact = {
  readonly occupationId: string;
  readonly sourceId: string;
  readonly values: ReadonlyMap<string, Scalar>;
};

/**
 * The published values that another source speaks of, by what names their facts. It holds these values alone, so that
 * documents can be noted one by one while the facts themselves go their way.
 */
export type PublishedValues = {
  readonly compared: Compared;
  readonly note: (facts: readonly Fact[]) => void;
  readonly find: (statement: Statement) => PublishedFact | undefined;
  readonly facts: (table: FactTable) => Iterable<PublishedFact>;
  /** The day that the page of an occupation carries. */
  readonly pageDate: (occupationId: string) => string | undefined;
};

type Loose = Readonly<Record<string, Scalar>>;

export function createPublishedValues(compared: Compared): PublishedValues {
  const tables = new Map<FactTable, Map<string, PublishedFact>>();
  const dates = new Map<string, string>();
  const factsOf = (table: FactTable) => tables.get(table) ?? new Map<string, PublishedFact>();
  const keyOf = (table: FactTable, row: Loose) =>
    JSON.stringify(compared[table]?.by.map((column) => row[column] ?? null));
  return {
    compared,
    note: (facts) => {
      for (const { table, row } of facts) {
        if (table === "occupation" && row.page_date !== null) dates.set(row.id, row.page_date);
        const how = compared[table] as ComparedTable<FactTable> | undefined;
        if (how === undefined || !how.isSpokenOf(row)) continue;
        const known = factsOf(table);
        const key = keyOf(table, row as Loose);
        // The first document has the word.
        if (!known.has(key)) tables.set(table, known.set(key, publishedFact(how, row)));
      }
    },
    find: ({ table, about }) => factsOf(table).get(keyOf(table, about as Loose)),
    facts: (table) => factsOf(table).values(),
    pageDate: (occupationId) => dates.get(occupationId),
  };
}

function publishedFact(how: ComparedTable<FactTable>, row: Row<FactTable>): PublishedFact {
  const values = new Map<string, Scalar>();
  for (const [check, read] of Object.entries(how.values)) {
    const value = read(row);
    if (value !== undefined) values.set(check, value);
  }
  return { occupationId: occupationOf(row as Loose), sourceId: row.source_id, values };
}

/** The occupation that a fact or a statement is about. */
export function occupationOf(row: Loose): string {
  return String(row.occupation_id ?? row.from_id ?? row.id ?? "");
}
