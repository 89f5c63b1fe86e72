import Database from "better-sqlite3";
import { Kysely, SqliteDialect } from "kysely";
import type { Dataset } from "../../transforms/model/model.ts";

/** A finished snapshot, for reading. */
export type Snapshot = {
  readonly database: Kysely<Dataset>;
  /** The same, for what is read by generated SQL. */
  readonly connection: Database.Database;
  readonly close: () => Promise<void>;
};

/** Opens the SQLite file of a version. Nothing is written, not even beside it. */
export function openSnapshot(path: string): Snapshot {
  const connection = connectToSnapshot(path);
  const database = typed(connection);
  const close = async () => {
    await database.destroy();
    connection.close(); // Kysely leaves open what it was never asked through
  };
  return { database, connection, close };
}

/** SQLite's own connection to the file of a version. */
export function connectToSnapshot(path: string): Database.Database {
  return new Database(path, { readonly: true, fileMustExist: true });
}

/** The dataset in a connection, with the types of the model unless others are named. */
export function typed<Tables = Dataset>(connection: Database.Database): Kysely<Tables> {
  return new Kysely<Tables>({ dialect: new SqliteDialect({ database: connection }) });
}
