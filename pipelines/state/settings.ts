import type Database from "better-sqlite3";

/** Facts about the store as a whole. */
export type Settings = {
  readonly get: (name: "content") => string | undefined;
  readonly set: (name: "content", value: string) => void;
};

export function settingsIn(database: Database.Database): Settings {
  const select = database.prepare<[string], string>("SELECT value FROM setting WHERE name = ?").pluck();
  const insert = database.prepare("INSERT OR REPLACE INTO setting (name, value) VALUES (?, ?)");
  return {
    get: (name) => select.get(name) as string | undefined,
    set: (name, value) => void insert.run(name, value),
  };
}
