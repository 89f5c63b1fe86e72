import type Database from "better-sqlite3";
import type { Row } from "../../../transforms/model/model.ts";
import type { MainNumbers } from "../main-numbers.ts";
import { CITATION, MAIN_NUMBERS, selectOverview } from "../overview.ts";

const COLUMNS = ["id", "scheme", "code", "level", "country", "title", "summary", "url", "page_date"] as const;

/** What an occupation is, with its main numbers. */
export type Overview = Pick<Row<"occupation">, (typeof COLUMNS)[number]> &
  MainNumbers & {
    /** The citation that the publisher suggests, with the day on which the page was read. */
    readonly citation: string | null;
  };

/** Looks an occupation of any scheme up by its id. */
export function prepareOverview(connection: Database.Database): (id: string) => Overview | undefined {
  const own = Object.fromEntries(COLUMNS.map((column) => [column, `occupation.${column}`]));
  const statement = connection.prepare<[string], Overview>(
    selectOverview({ ...own, ...MAIN_NUMBERS, citation: CITATION }, "occupation.id = ?"),
  );
  return (id) => statement.get(id);
}
