import type Database from "better-sqlite3";
import type { Row } from "../../transforms/model/model.ts";

/** How often two sources that say the same thing agree. */
export type Comparison = {
  /** The source whose statement is published for the occupation, and the one that it is compared with. */
  readonly published_by: string;
  readonly compared_with: string;
  /** What is compared: a table and a column. */
  readonly check: string;
  readonly compared: number;
  readonly agreeing: number;
  readonly differing: number;
};

type Pair = {
  readonly occupation_id: string;
  readonly code_id: string;
  readonly capture_id: string;
  /** What the values are about, where one occupation has several. */
  readonly of: string;
  readonly own: number | string | null;
  readonly other: number | string | null;
};

type Rule = {
  readonly against: "us-oews" | "us-projections";
  readonly check: string;
  /** Rows of `Pair`. */
  readonly sql: string;
  readonly isSame: (own: Pair["own"], other: Pair["other"]) => boolean;
};

const isEqual = (own: Pair["own"], other: Pair["other"]) => own === other;

/** The page rounds to whole percents; where the workbook ends in .5, either way. */
const isRounded = (own: Pair["own"], other: Pair["other"]) =>
  typeof own === "number" && typeof other === "number" && Math.abs(own - other) <= 0.5 + 1e-9;

/** "Bachelor's degree", with whichever apostrophe. */
const isSameText = (own: Pair["own"], other: Pair["other"]) =>
  String(own).replaceAll("’", "'") === String(other).replaceAll("’", "'");

/**
 * What a page says of a code: the whole page, where it covers one code only, and its parts, where they have a code. Pages
 * that cover several codes have figures of their own, which no table has.
 */
const CODE = `coalesce(page.group_id, iif(page.group_title IS NULL, (
  SELECT min(relation.to_id) FROM relation
  WHERE relation.from_id = page.occupation_id AND relation.kind = 'covers' AND relation.to_id LIKE 'us-soc-2018/%'
  HAVING count(*) = 1), NULL))`;

function wagePairs(column: "amount" | "qualifier"): string {
  return `SELECT page.occupation_id, code.occupation_id AS code_id, page.capture_id,
    code.statistic || ' by ' || code.period || ', ' || code.reference_period AS of, page.${column} AS own, code.${column} AS other
  FROM wage AS page JOIN wage AS code ON code.source_id = 'us-oews' AND code.occupation_id = ${CODE}
    AND code.statistic = page.statistic AND code.period = page.period AND code.reference_period = page.reference_period
    AND code.industry_id IS NULL AND code.group_title IS NULL
  WHERE page.source_id = 'us-ooh' AND page.industry_id IS NULL AND page.amount IS NOT NULL`;
}

function projectionPairs(column: keyof Row<"projection">): string {
  return `SELECT page.occupation_id, code.occupation_id AS code_id, page.capture_id,
    page.base_year || '-' || page.target_year AS of, page.${column} AS own, code.${column} AS other
  FROM projection AS page JOIN projection AS code ON code.source_id = 'us-projections' AND code.occupation_id = ${CODE}
    AND code.base_year = page.base_year AND code.target_year = page.target_year
    AND code.industry_id IS NULL AND code.group_title IS NULL
  WHERE page.source_id = 'us-ooh' AND page.industry_id IS NULL
    AND page.${column} IS NOT NULL AND code.${column} IS NOT NULL`;
}

/** "See How to Become One" stands on a page where one word would not do. */
const REQUIREMENTS = `SELECT page.occupation_id, code.occupation_id AS code_id, page.capture_id, page.kind AS of,
    page.text AS own, code.text AS other
  FROM (SELECT requirement.*, NULL AS group_id, NULL AS group_title FROM requirement) AS page
  JOIN requirement AS code ON code.source_id = 'us-projections' AND code.occupation_id = ${CODE} AND code.kind = page.kind
  WHERE page.source_id = 'us-ooh' AND page.text <> 'See How to Become One'`;

const RULES: readonly Rule[] = [
  { against: "us-oews", check: "wage.amount", sql: wagePairs("amount"), isSame: isEqual },
  { against: "us-oews", check: "wage.qualifier", sql: wagePairs("qualifier"), isSame: isEqual },
  ...(["base_jobs", "target_jobs", "change_jobs", "annual_openings"] as const).map(
    (column): Rule => ({
      against: "us-projections",
      check: `projection.${column}`,
      sql: projectionPairs(column),
      isSame: isEqual,
    }),
  ),
  {
    against: "us-projections",
    check: "projection.change_percent",
    sql: projectionPairs("change_percent"),
    isSame: isRounded,
  },
  { against: "us-projections", check: "requirement.text", sql: REQUIREMENTS, isSame: isSameText },
];

/**
 * Compares the handbook's pages with the tables behind them, for the same period: page = wage survey = projections
 * workbook. The page's statement is the one that is published for the profile, the table's for the code.
 */
export function reconcile(connection: Database.Database): {
  readonly comparisons: readonly Comparison[];
  readonly findings: readonly Row<"issue">[];
} {
  const comparisons: Comparison[] = [];
  const findings: Row<"issue">[] = [];
  for (const rule of RULES) {
    const pairs = connection.prepare<[], Pair>(rule.sql).all();
    const differing = pairs.filter(({ own, other }) => !rule.isSame(own, other));
    findings.push(...differing.map((pair) => differenceOf(rule, pair)));
    if (pairs.length > 0)
      comparisons.push({
        ...{ published_by: "us-ooh", compared_with: rule.against, check: rule.check },
        compared: pairs.length,
        agreeing: pairs.length - differing.length,
        differing: differing.length,
      });
  }
  return { comparisons, findings: [...findings, ...notComparable(connection)] };
}

/** Profiles whose median stands for several codes together: the survey has no such figure. */
function notComparable(connection: Database.Database): Row<"issue">[] {
  const rows = connection
    .prepare<[], { occupation_id: string; capture_id: string }>(`
      SELECT page.occupation_id, min(page.capture_id) AS capture_id FROM wage AS page
      WHERE page.source_id = 'us-ooh' AND page.statistic = 'median' AND page.amount IS NOT NULL
        AND page.group_title IS NULL AND page.industry_id IS NULL
        AND EXISTS (SELECT 1 FROM source WHERE id = 'us-oews')
        AND NOT EXISTS (SELECT 1 FROM wage AS code WHERE code.source_id = 'us-oews' AND code.occupation_id = ${CODE})
      GROUP BY page.occupation_id ORDER BY page.occupation_id`)
    .all();
  if (rows.length === 0) return [];
  const ids = rows.map(({ occupation_id }) => occupation_id.replace(/^us-ooh\//, ""));
  return [
    {
      ...{ rule: "not-compared", severity: "info", source_id: "us-ooh", occupation_id: null },
      capture_id: rows[0]?.capture_id ?? null,
      message: `The medians of ${rows.length} profiles are about several codes together, or about one that the wage survey does not have; they could not be compared with it: ${ids.join(", ")}.`,
    },
  ];
}

function differenceOf({ against, check }: Rule, pair: Pair): Row<"issue"> {
  const { occupation_id, code_id, capture_id, of, own, other } = pair;
  return {
    ...{ rule: "sources-differ", severity: "warning", source_id: "us-ooh", occupation_id, capture_id },
    message: `${check} (${of}): the page says ${own}, ${against} says ${other} of ${code_id}. The page's is published for the profile, the table's for the code.`,
  };
}
