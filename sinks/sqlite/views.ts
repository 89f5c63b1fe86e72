import { CITATION, type MainNumber, pickNumbers, selectOverview } from "./overview.ts";
import { UK_COMPARED, UK_NUMBERS, US_COMPARED, US_NUMBERS } from "./view-columns.ts";

export type ViewName = "us_overview" | "uk_overview" | "comparison";

type Columns = Readonly<Record<string, string>>;

/** How a database says what the views are made of. */
export type OverviewSql = {
  readonly citation: string;
  readonly pickNumbers: (names: readonly MainNumber[]) => Columns;
  /** One row for each occupation that meets the condition. */
  readonly selectOverview: (columns: Columns, condition: string) => string;
};

/** The queries behind the views for people, one row an occupation; and behind the comparison of both countries. */
export function viewQueries({
  citation,
  pickNumbers,
  selectOverview,
}: OverviewSql): Readonly<Record<ViewName, string>> {
  return {
    us_overview: selectOverview(
      {
        ...ofOccupation("id", "code", "title", "summary", "url", "page_date"),
        ...pickNumbers(US_NUMBERS),
        citation,
        ...OF_SOURCE,
      },
      "occupation.scheme = 'us-ooh'",
    ),
    uk_overview: selectOverview(
      {
        ...ofOccupation("id", "scheme", "code", "level", "title", "summary", "url"),
        ...pickNumbers(UK_NUMBERS),
        ...OF_SOURCE,
      },
      "occupation.scheme IN ('uk-ncs', 'uk-soc-2020')",
    ),
    comparison: COMPARISON,
  };
}

export function listViews(): readonly string[] {
  const queries = viewQueries({ citation: CITATION, pickNumbers, selectOverview });
  return Object.entries(queries).map(([name, query]) => `CREATE VIEW ${name} AS\n${query}`);
}

const OF_SOURCE = {
  attribution: "source.attribution",
  edition: "source.edition",
  state: "source.state",
} as const;

function ofOccupation(...columns: readonly string[]): Columns {
  return Object.fromEntries(columns.map((column) => [column, `occupation.${column}`]));
}

/** US profiles beside their counterparts in the United Kingdom: each in its own currency and for its own period. */
const COMPARISON = `SELECT
  relation.from_id AS us_id, us.title AS us_title,
  relation.to_id AS uk_id, uk.title AS uk_title, uk.scheme AS uk_scheme,
  relation.score, relation.method, relation.weight,
  ${[...columnsOf("us", US_COMPARED), ...columnsOf("uk", UK_COMPARED)].join(",\n  ")}
FROM relation
JOIN us_overview AS us ON us.id = relation.from_id
JOIN uk_overview AS uk ON uk.id = relation.to_id
WHERE relation.kind = 'equivalent'`;

function columnsOf(country: "us" | "uk", numbers: readonly MainNumber[]): string[] {
  return numbers.map((name) => `${country}.${name} AS ${country}_${name}`);
}
