import { Kysely, PostgresDialect, type PostgresPool, type PostgresPoolClient } from "kysely";
import pg from "pg";
import Cursor from "pg-cursor";
import type { Dataset } from "../../transforms/model/model.ts";
import { DatabaseError } from "../errors/database-error.ts";
import type { Destination } from "./destination.ts";

const CONNECT_MILLISECONDS = 20_000;
const BIGINT = pg.types.builtins.INT8;

/** Every whole number of the model is one that JavaScript knows. */
const TYPES: pg.CustomTypesConfig = {
  getTypeParser: (type, format) =>
    type === BIGINT ? Number : pg.types.getTypeParser(type, format as "text"),
};

/**
 * Connects to the database, does the work, and ends the connection.
 *
 * @throws DatabaseError where the database cannot be reached, or refuses what it is asked.
 */
export async function withPostgres<Result>(
  { url, shown }: Destination,
  work: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  const client = await connect(url, shown);
  try {
    return await work(client);
  } catch (error) {
    throw isFromDatabase(error) ? refused(shown, error) : error;
  } finally {
    await client.end().catch(() => undefined); // it may have ended by itself, which is what the error tells
  }
}

/** The tables of the search path, with the types of the model, over a connection that stays its owner's. */
export function typedPostgres(client: pg.Client): Kysely<Dataset> {
  const lent: PostgresPoolClient = { query: client.query.bind(client), release: () => undefined };
  const pool: PostgresPool = { connect: async () => lent, end: async () => undefined };
  return new Kysely<Dataset>({ dialect: new PostgresDialect({ pool, cursor: Cursor }) });
}

async function connect(url: string, shown: string): Promise<pg.Client> {
  try {
    const client = new pg.Client({
      ...{ connectionString: url, types: TYPES },
      ...{ connectionTimeoutMillis: CONNECT_MILLISECONDS, application_name: "occupations" },
    });
    client.on("error", () => undefined); // whoever waits for an answer is told as well
    await client.connect();
    return client;
  } catch (cause) {
    throw new DatabaseError(
      "database-unreachable",
      `${shown} cannot be reached: ${reasonOf(cause)}. Check that the server runs, and user, password and database; nothing was changed.`,
      { cause },
    );
  }
}

function refused(shown: string, cause: Error): DatabaseError {
  return new DatabaseError(
    "database-refused",
    `${shown} refuses: ${cause.message}. The transaction was rolled back: the database is as it was before.`,
    { cause },
  );
}

/** PostgreSQL's own errors have a SQLSTATE; a lost connection has the system's code, or only words. */
function isFromDatabase(error: unknown): error is Error {
  if (!(error instanceof Error)) return false;
  const code = "code" in error ? String(error.code) : "";
  return (
    error instanceof pg.DatabaseError ||
    /^E[A-Z]+$/.test(code) ||
    /^Connection terminated/.test(error.message)
  );
}

function reasonOf(cause: unknown): string {
  if (cause instanceof AggregateError) return cause.errors.map(reasonOf).join("; ");
  return cause instanceof Error ? cause.message : String(cause);
}
