import { groupRows, pick } from "./group-rows.ts";
import type { DocumentRow } from "./select-rows.ts";

/** What the employers of a list have in common. */
export const EMPLOYERS_SHARED = ["area", "group_title", "group_id", "basis", "reference_period"];
/** What a list says of an employer. */
export const EMPLOYER_SHARE = ["rank", "industry_id", "industry_title", "percent", "qualifier"];

/** Employer shares as the publisher lists them: one list for each part of the workers, the largest employer first. */
export function groupEmployers(shares: readonly DocumentRow[]): readonly DocumentRow[] {
  return groupRows(shares, EMPLOYERS_SHARED).map(({ shared, rows }) => ({
    ...shared,
    industries: rows.map((row) => pick(row, EMPLOYER_SHARE)),
  }));
}
