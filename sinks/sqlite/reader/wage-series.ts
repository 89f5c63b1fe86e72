import type Database from "better-sqlite3";
import type { Row } from "../../../transforms/model/model.ts";

/** Which wage is asked for; without more, the median by the year of all workers. */
export type WageQuestion = {
  readonly statistic?: Row<"wage">["statistic"];
  readonly period?: Row<"wage">["period"];
  /** A part of the workers, as the publisher names it: `Full-time`. */
  readonly groupTitle?: string;
  readonly industryId?: string;
};

/** A wage of one reference period; `amount` is null where none was published, and `qualifier` says why. */
export type WagePoint = Row<"wage">;

type Parameters = { readonly [name: string]: string | null };

/** One wage over the reference periods, the newest first; a figure without a date comes last. */
export function prepareWageSeries(
  connection: Database.Database,
): (id: string, question?: WageQuestion) => readonly WagePoint[] {
  const statement = connection.prepare<[Parameters], WagePoint>(
    `SELECT * FROM wage WHERE occupation_id = @id AND statistic = @statistic AND period = @period
      AND group_title IS @groupTitle AND industry_id IS @industryId
    ORDER BY area DESC, reference_period DESC`,
  );
  return (id, { statistic = "median", period = "year", groupTitle = null, industryId = null } = {}) =>
    statement.all({ id, statistic, period, groupTitle, industryId });
}
