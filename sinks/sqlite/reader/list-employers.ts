import type Database from "better-sqlite3";
import type { Row } from "../../../transforms/model/model.ts";

/** The share of an occupation's workers that an industry employs. */
export type Employer = Row<"employer_share"> & { readonly industry: string };

/** Who employs the workers: the latest period first, all workers before parts of them, the largest employer first. */
export function prepareEmployers(connection: Database.Database): (id: string) => readonly Employer[] {
  const statement = connection.prepare<[string], Employer>(
    `SELECT employer_share.*, industry.title AS industry
    FROM employer_share JOIN industry ON industry.id = employer_share.industry_id
    WHERE occupation_id = ? ORDER BY reference_period DESC, basis DESC, group_title, rank, industry_id`,
  );
  return (id) => statement.all(id);
}
