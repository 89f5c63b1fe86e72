import type { Client } from "pg";
import type { Manifest } from "../../sinks/manifest.ts";
import { latestIn, pointLatest } from "../../sinks/postgres/latest-views.ts";
import { isVersionSchema, schemaOf } from "../../sinks/postgres/schema-name.ts";
import { writePostgres } from "../../sinks/postgres.ts";
import type { Snapshot } from "../../sinks/sqlite/open-snapshot.ts";
import { tablesIn } from "../../sinks/sqlite/tables-in.ts";
import { VerificationError } from "../publish/verification-error.ts";
import { typedPostgres } from "./connect.ts";
import { verifyLoaded } from "./verify-loaded.ts";

/** What is to be published to a database. */
export type PostgresOrder = {
  readonly manifest: Manifest;
  readonly snapshot: Pick<Snapshot, "connection">;
  /** The views of the schema `occupations` are to show it. */
  readonly isLatest: boolean;
  /** How many versions stay; without it, all. */
  readonly keep?: number;
  readonly signal: AbortSignal;
};

export type PostgresPublication = {
  readonly schema: string;
  /** It was not there before. */
  readonly isLoaded: boolean;
  /** The views show it now, and did not before. */
  readonly isSwitched: boolean;
  /** The version that the views show; null where they are not there. */
  readonly latest: string | null;
  /** Schemas of older versions that were dropped. */
  readonly dropped: readonly string[];
};

/** One publisher at a time; the number means nothing else. */
const LOCK = 0x4f434355;

/**
 * Loads a version into a schema of its own and lets the views show it, in one transaction: readers have the old version
 * or the new one, and what fails half-way leaves nothing behind. What is there already stays as it is.
 *
 * @throws VerificationError where the rows that arrived are not those of the manifest.
 */
export async function publishToPostgres(client: Client, order: PostgresOrder): Promise<PostgresPublication> {
  await client.query("BEGIN");
  try {
    await client.query("SELECT pg_advisory_xact_lock($1)", [LOCK]);
    const publication = await publish(client, order);
    order.signal.throwIfAborted();
    await client.query("COMMIT");
    return publication;
  } catch (error) {
    await client.query("ROLLBACK").catch(() => undefined); // a connection that is lost has rolled back by itself
    throw error;
  }
}

async function publish(client: Client, order: PostgresOrder): Promise<PostgresPublication> {
  const { manifest, isLatest, keep } = order;
  const schema = schemaOf(manifest.id);
  const present = await versionSchemas(client);
  const isLoaded = !present.includes(schema);
  if (isLoaded) await load(client, schema, order);
  const shown = await latestIn(client);
  const isSwitched = isLatest && shown !== manifest.id;
  if (isSwitched) await pointLatest(client, schema);
  const latest = isSwitched ? manifest.id : (shown ?? null);
  const all = isLoaded ? [...present, schema].toSorted() : present;
  const dropped = keep === undefined ? [] : olderThan(all, keep, latest);
  for (const older of dropped) await client.query(`DROP SCHEMA ${older} CASCADE`);
  return { schema, isLoaded, isSwitched, latest, dropped };
}

async function load(client: Client, schema: string, { snapshot, manifest }: PostgresOrder): Promise<void> {
  await writePostgres(snapshot, client, schema);
  const problems = await verifyLoaded(typedPostgres(client), tablesIn(snapshot.connection), manifest);
  if (problems.length > 0) throw new VerificationError(problems);
}

async function versionSchemas(client: Client): Promise<readonly string[]> {
  const { rows } = await client.query<{ readonly nspname: string }>("SELECT nspname FROM pg_namespace");
  return rows
    .map(({ nspname }) => nspname)
    .filter(isVersionSchema)
    .toSorted();
}

/** The schemas before the newest `keep`; what the views show is never one of them. */
function olderThan(schemas: readonly string[], keep: number, latest: string | null): readonly string[] {
  const shown = latest === null ? undefined : schemaOf(latest);
  return schemas.slice(0, Math.max(0, schemas.length - keep)).filter((schema) => schema !== shown);
}
