import type Database from "better-sqlite3";

export type Publications = {
  /** The latest version and the digest of all that it was made from. */
  readonly latest: () => { readonly version: string; readonly inputs: string } | undefined;
  readonly save: (version: string, inputs: string) => void;
};

export function publicationsIn(database: Database.Database): Publications {
  const latest = database.prepare<[], { version: string; inputs: string }>(
    "SELECT version, inputs FROM publication",
  );
  const save = database.prepare("INSERT OR REPLACE INTO publication VALUES (1, ?, ?)");
  return { latest: () => latest.get(), save: (version, inputs) => void save.run(version, inputs) };
}
