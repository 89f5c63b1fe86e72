import {
  FIRST_PROJECTION,
  FIRST_ROWS,
  type FirstRow,
  JOINED,
  type MainNumber,
  pickNumbers,
  WIDER_GROUP,
} from "../sqlite/overview.ts";
import { type ViewName, viewQueries } from "../sqlite/views.ts";

/** The same views as in SQLite, of the same numbers and joins, in the words of PostgreSQL. */
export function listViews(): Readonly<Record<ViewName, string>> {
  return viewQueries({ citation: CITATION, pickNumbers: pickPostgresNumbers, selectOverview });
}

/** `fetched_at` is ISO time in UTC: the name of its month must not depend on the session's zone or language. */
const CITATION = `occupation.citation || ' (visited '
  || to_char(substr(capture.fetched_at, 1, 10)::date, 'FMMonth FMDD, YYYY') || ').'`;

/** The numbers that SQLite says in words that PostgreSQL does not know. */
const OWN_WORDS: Readonly<Partial<Record<MainNumber, string>>> = {
  soc_codes: codes("string_agg(covered.code, ', ' ORDER BY covered.code)"),
  soc_scheme: codes("max(covered.scheme)"),
};

function pickPostgresNumbers(names: readonly MainNumber[]): Readonly<Record<string, string>> {
  const own = Object.entries(OWN_WORDS).filter(([name]) => names.some((other) => other === name));
  return { ...pickNumbers(names), ...Object.fromEntries(own) };
}

function codes(result: string): string {
  return `(SELECT ${result} FROM relation JOIN occupation AS covered ON covered.id = relation.to_id
    WHERE relation.from_id = occupation.id AND relation.kind = 'covers'
      AND covered.scheme IN ('us-soc-2018', 'uk-soc-2020', 'uk-soc-2010'))`;
}

const JOINS = [
  ...Object.entries(FIRST_ROWS).map(([alias, first]) => joinFirst(alias as keyof typeof FIRST_ROWS, first)),
  joinProjection(),
  "LEFT JOIN industry ON industry.id = employer.industry_id",
  "LEFT JOIN capture ON capture.id = occupation.capture_id",
  "LEFT JOIN source ON source.id = occupation.source_id",
];

function selectOverview(columns: Readonly<Record<string, string>>, condition: string): string {
  const terms = Object.entries(columns).map(([name, sql]) => `${sql} AS ${name}`);
  return `SELECT\n  ${terms.join(",\n  ")}\nFROM occupation\n${JOINS.join("\n")}\nWHERE ${condition}`;
}

function joinFirst(alias: keyof typeof FIRST_ROWS, { condition, order }: FirstRow): string {
  return `LEFT JOIN LATERAL (SELECT * FROM ${JOINED[alias]}
  WHERE occupation_id = occupation.id AND ${condition}
  ORDER BY ${nullsLast(order)} LIMIT 1) AS ${alias} ON TRUE`;
}

/** The projection of the occupation itself or, where there is none, of the wider group. */
function joinProjection(): string {
  return `LEFT JOIN LATERAL (SELECT * FROM projection
  WHERE (occupation_id = occupation.id OR (${WIDER_GROUP.condition} AND occupation_id = ${WIDER_GROUP.id}))
    AND ${FIRST_PROJECTION.condition}
  ORDER BY (occupation_id = occupation.id) DESC, ${nullsLast(FIRST_PROJECTION.order)} LIMIT 1) AS projected ON TRUE`;
}

/** To SQLite NULL is less than any value, to PostgreSQL more. */
function nullsLast(order: string): string {
  return order.replaceAll(/ DESC\b/g, " DESC NULLS LAST");
}
