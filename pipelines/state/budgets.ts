import type Database from "better-sqlite3";

/** Requests made to a host on one day, all runs together. */
export type Budgets = {
  readonly spent: (host: string, day: string) => number;
  readonly count: (host: string, day: string) => void;
};

export function budgetsIn(database: Database.Database): Budgets {
  const select = database
    .prepare<[string, string], number>("SELECT requests FROM budget WHERE host = ? AND day = ?")
    .pluck();
  const count = database.prepare(`
    INSERT INTO budget (host, day, requests) VALUES (?, ?, 1)
    ON CONFLICT (host, day) DO UPDATE SET requests = requests + 1`);
  return {
    spent: (host, day) => (select.get(host, day) as number | undefined) ?? 0,
    count: (host, day) => void count.run(host, day),
  };
}
