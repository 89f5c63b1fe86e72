import type { Scalar, Statement } from "../facts.ts";
import { type FactTable, model } from "../model/model.ts";
import type { Finding } from "./assemble.ts";
import { occupationOf, type PublishedFact, type PublishedValues } from "./published-values.ts";

/** How one check ended: what is published ("here") against what another source says ("there"). */
export type CheckCount = {
  readonly table: FactTable;
  readonly check: string;
  readonly compared: number;
  readonly agreeing: number;
  readonly differing: number;
  /** Published, and the other source does not speak of it. */
  readonly onlyHere: number;
  /** Said by the other source of a fact that is not published. */
  readonly onlyThere: number;
};

export type Comparison = { readonly findings: readonly Finding[]; readonly counts: readonly CheckCount[] };

type Tally = {
  -readonly [K in Exclude<keyof CheckCount, "table" | "check" | "compared">]: CheckCount[K];
} & {
  readonly heard: Set<PublishedFact>;
  readonly examples: {
    readonly differing: string[];
    readonly onlyHere: string[];
    readonly onlyThere: string[];
  };
};

/**
 * Compares what a source says with what is published, value by value. A value that differs is told with both values;
 * prose that differs, and values that only one of the two has, are counted and told together.
 */
export function compareStatements(published: PublishedValues, statements: readonly Statement[]): Comparison {
  const tallies = new Map<FactTable, Map<string, Tally>>();
  // A source can say a thing twice; its difference is told once.
  const findings = new Map<string, Finding>();
  for (const statement of statements) {
    const fact = published.find(statement);
    const checks = tallies.get(statement.table) ?? new Map<string, Tally>();
    tallies.set(statement.table, checks);
    for (const [check, said] of Object.entries(statement.says)) {
      const tally = checks.get(check) ?? newTally();
      checks.set(check, tally);
      const value = fact?.values.get(check);
      if (fact === undefined || value === undefined)
        miss(tally, "onlyThere", occupationOf(aboutOf(statement)));
      else {
        tally.heard.add(fact);
        if (value === said) tally.agreeing++;
        else if (isCounted(published, statement.table, check)) miss(tally, "differing", fact.occupationId);
        else {
          tally.differing++;
          const finding = difference(published, statement, fact, check, value, said);
          findings.set(`${finding.occupation_id} ${finding.message}`, finding);
        }
      }
    }
  }
  for (const [table, checks] of tallies)
    for (const fact of published.facts(table))
      for (const [check, tally] of checks)
        if (fact.values.has(check) && !tally.heard.has(fact)) miss(tally, "onlyHere", fact.occupationId);
  const [first] = statements;
  const rows = [...tallies].flatMap(([table, checks]) =>
    [...checks].map(([check, tally]) => ({ table, check, tally })),
  );
  return {
    findings: [
      ...findings.values(),
      ...rows.flatMap((row) => (first === undefined ? [] : summaries(row, first))),
    ],
    counts: rows.map(({ table, check, tally }) => countOf(table, check, tally)),
  };
}

function newTally(): Tally {
  const examples = { differing: [], onlyHere: [], onlyThere: [] };
  return { agreeing: 0, differing: 0, onlyHere: 0, onlyThere: 0, heard: new Set(), examples };
}

const MOST_EXAMPLES = 5;

function miss(tally: Tally, what: "differing" | "onlyHere" | "onlyThere", occupationId: string): void {
  tally[what]++;
  const examples = tally.examples[what];
  if (examples.length < MOST_EXAMPLES && !examples.includes(occupationId)) examples.push(occupationId);
}

function countOf(table: FactTable, check: string, tally: Tally): CheckCount {
  const { agreeing, differing, onlyHere, onlyThere } = tally;
  return { table, check, compared: agreeing + differing, agreeing, differing, onlyHere, onlyThere };
}

function isCounted({ compared }: PublishedValues, table: FactTable, check: string): boolean {
  return compared[table]?.counted?.includes(check) ?? false;
}

function aboutOf(statement: Statement): Readonly<Record<string, Scalar>> {
  return statement.about as Readonly<Record<string, Scalar>>;
}

/**
 * Both values, and which one is published: that of the first source. A source that is newer would have precedence; its
 * word counts when the page has been fetched anew, and until then the difference is shown.
 */
function difference(
  published: PublishedValues,
  statement: Statement,
  fact: PublishedFact,
  check: string,
  value: Scalar,
  said: Scalar,
): Finding {
  const { table, source_id, capture_id, published: day } = statement;
  const pageDay = published.pageDate(fact.occupationId);
  const isNewer = day !== null && pageDay !== undefined && day > pageDay;
  const here = `${worded(value)} in ${fact.sourceId}${pageDay === undefined ? "" : ` (page of ${pageDay})`}`;
  const there = `${worded(said)} in ${source_id}${day === null ? "" : ` (published ${day})`}`;
  const reason = isNewer
    ? `although ${source_id} is newer: its page has to be fetched anew`
    : `which has precedence`;
  return {
    rule: "sources-differ",
    severity: "warning",
    source_id,
    occupation_id: fact.occupationId,
    capture_id,
    message: `${table}.${check}${whichOne(statement)}: ${here}, ${there}. Published is that of ${fact.sourceId}, ${reason}.`,
  };
}

/** "(US, median, year, 2024-05)": what tells the fact from others of the same occupation, its period among it. */
function whichOne(statement: Statement): string {
  const columns = Object.entries(aboutOf(statement)).filter(
    ([column, value]) => value !== null && !["occupation_id", "from_id", "id"].includes(column),
  );
  return columns.length === 0 ? "" : ` (${columns.map(([, value]) => value).join(", ")})`;
}

function worded(value: Scalar): string {
  if (value === null) return "nothing";
  return typeof value === "number" ? `${value}` : `“${value}”`;
}

const SUMMARIES = {
  differing: (check: string, count: number) => `${count} × ${check} is worded otherwise in both sources`,
  onlyHere: (check: string, count: number) =>
    `${count} × ${check} is published and not told by the other source`,
  onlyThere: (check: string, count: number) =>
    `${count} × ${check} is told by the other source and not published`,
};

function summaries(
  { table, check, tally }: { table: FactTable; check: string; tally: Tally },
  { source_id, capture_id }: Statement,
): Finding[] {
  return (["differing", "onlyHere", "onlyThere"] as const).flatMap((what) => {
    const examples = tally.examples[what];
    if (examples.length === 0) return [];
    const message = `${SUMMARIES[what](`${model[table].name}.${check}`, tally[what])}, for instance of ${examples.join(", ")}.`;
    const rule = what === "differing" ? "wordings-differ" : "only-in-one-source";
    return [{ rule, severity: "info", source_id, occupation_id: null, capture_id, message }];
  });
}
