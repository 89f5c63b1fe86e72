import type Database from "better-sqlite3";
import type { Row } from "../../transforms/model/model.ts";
import { type Counterpart, readCounterparts } from "./counterparts.ts";

/** A row that points at an industry, with the industry's title. */
export type WithIndustry<R> = R & { readonly industry_title: string | null };

/** Another occupation, as a relation names it. */
export type Related = Row<"relation"> & {
  readonly scheme: string;
  readonly code: string;
  readonly title: string;
  readonly url: string | null;
};

/** All that a version says of one occupation. */
export type Profile = {
  readonly occupation: Row<"occupation">;
  readonly source: Row<"source">;
  /** The response that the page was read from. */
  readonly capture: Row<"capture">;
  readonly names: readonly Row<"occupation_name">[];
  readonly relations: readonly Related[];
  readonly duties: readonly Row<"duty">[];
  readonly specialties: readonly Row<"specialty">[];
  readonly qualities: readonly Row<"quality">[];
  readonly sections: readonly Row<"section">[];
  readonly requirements: readonly Row<"requirement">[];
  readonly wages: readonly WithIndustry<Row<"wage">>[];
  readonly payBands: readonly Row<"pay_band">[];
  readonly employment: readonly WithIndustry<Row<"employment">>[];
  readonly employerShares: readonly WithIndustry<Row<"employer_share">>[];
  readonly projections: readonly WithIndustry<Row<"projection">>[];
  readonly workingHours: readonly Row<"working_hours">[];
  /** Occupations of the other country, the surest first. */
  readonly counterparts: readonly Counterpart[];
  /** The projections of the nearest wider group, where the occupation has none of its own. */
  readonly widerProjections: readonly (Row<"projection"> & { readonly occupation_title: string })[];
};

const RELATED = `SELECT relation.*, other.scheme, other.code, other.title, other.url
  FROM relation JOIN occupation AS other ON other.id = relation.to_id
  WHERE relation.from_id = ? ORDER BY relation.kind, coalesce(relation.weight, 0) DESC, relation.rowid`;

/** Reads an occupation that the snapshot holds. */
export function readProfile(database: Database.Database, id: string): Profile {
  const all = <R>(sql: string) => database.prepare<[string], R>(sql).all(id);
  // Rows of a snapshot are stored in the order of their keys.
  const about = <R>(table: string) => all<R>(`SELECT * FROM ${table} WHERE occupation_id = ? ORDER BY rowid`);
  const withIndustry = <R>(table: string) =>
    all<WithIndustry<R>>(`SELECT ${table}.*, industry.title AS industry_title FROM ${table}
      LEFT JOIN industry ON industry.id = ${table}.industry_id
      WHERE occupation_id = ? ORDER BY ${table}.rowid`);
  const occupation = one<Row<"occupation">>(database, "occupation", id);
  return {
    occupation,
    source: one(database, "source", occupation.source_id),
    capture: one(database, "capture", occupation.capture_id),
    names: about("occupation_name"),
    relations: all<Related>(RELATED),
    duties: about("duty"),
    specialties: about("specialty"),
    qualities: about("quality"),
    sections: about("section"),
    requirements: about("requirement"),
    wages: withIndustry("wage"),
    payBands: about("pay_band"),
    employment: withIndustry("employment"),
    employerShares: withIndustry("employer_share"),
    projections: withIndustry("projection"),
    workingHours: about("working_hours"),
    counterparts: readCounterparts(database, id),
    widerProjections: all(WIDER_PROJECTIONS),
  };
}

/** UK projections are made for sub-major groups: the first two digits of a code. */
const WIDER_PROJECTIONS = `SELECT projection.*, wider.title AS occupation_title
  FROM occupation AS own
  JOIN occupation AS wider ON wider.id = own.scheme || '/' || substr(own.code, 1, 2) AND wider.id <> own.id
  JOIN projection ON projection.occupation_id = wider.id AND projection.industry_id IS NULL
  WHERE own.id = ? AND own.scheme IN ('uk-soc-2020', 'uk-soc-2010') ORDER BY projection.rowid`;

function one<R>(database: Database.Database, table: string, id: string): R {
  const row = database.prepare<[string], R>(`SELECT * FROM ${table} WHERE id = ?`).get(id);
  if (row === undefined) throw new Error(`The snapshot has no ${table} ${id}.`);
  return row;
}
