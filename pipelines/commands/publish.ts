import { join } from "node:path";
import { MANIFEST, type Manifest, manifestSchema } from "../../sinks/manifest.ts";
import { connectToSnapshot } from "../../sinks/sqlite/open-snapshot.ts";
import { storeError } from "../../sources/archive/store-error.ts";
import { UsageError } from "../errors/usage-error.ts";
import { withPostgres } from "../postgres/connect.ts";
import { type Destination, destinationFrom } from "../postgres/destination.ts";
import { type PostgresPublication, publishToPostgres } from "../postgres/publish-to-postgres.ts";
import { readJson, SNAPSHOT } from "../publish/store-layout.ts";
import { findVersion, latestVersion, type PublishedVersion } from "../published-version.ts";
import type { World } from "../world.ts";
import type { CommandDefinition } from "./command.ts";
import { wholeNumber } from "./option-values.ts";

type Options = { readonly to?: string; readonly version?: string; readonly keep?: string };

export const publishCommand: CommandDefinition<Options> = {
  name: "publish",
  summary: "copy a published version into a PostgreSQL database, beside the versions that it has",
  examples: [
    "occupations publish --to postgres://writer@db.example.org/jobs",
    "occupations publish --to postgres://writer@db.example.org/jobs?sslmode=verify-full --keep 5",
    "occupations publish --to postgres://writer@db.example.org/jobs --version 20261123T021500Z-1a2b3c4d",
  ],
  declare: (command) =>
    command
      .option("--to <url>", "the database; the password comes from PGPASSWORD or ~/.pgpass, or stands in it")
      .option("--version <v>", "another version than the latest; the views go on showing the latest")
      .option("--keep <n>", "drop all but the newest n versions, with whatever was built on them"),
  run: async (world, _, options) => {
    if (options.to === undefined) throw new UsageError("Where to? Name a database: --to postgres://…");
    const destination = destinationFrom(options.to);
    const keep = options.keep === undefined ? undefined : wholeNumber("--keep", options.keep);
    const version = await findVersion(world.store, options.version);
    const publication = await publish(world, version, destination, keep);
    return {
      isReport: true,
      json: { version: version.id, to: destination.shown, ...publication },
      text: () => textOf(version, destination, publication),
    };
  },
};

async function publish(
  { store, signal }: World,
  version: PublishedVersion,
  destination: Destination,
  keep: number | undefined,
): Promise<PostgresPublication> {
  const manifest = await readManifest(version);
  const isLatest = (await latestVersion(store))?.id === version.id;
  const connection = connectToSnapshot(join(version.folder, SNAPSHOT));
  const order = { manifest, snapshot: { connection }, isLatest, signal, ...(keep !== undefined && { keep }) };
  try {
    return await withPostgres(destination, (client) => publishToPostgres(client, order));
  } finally {
    connection.close();
  }
}

async function readManifest({ folder }: PublishedVersion): Promise<Manifest> {
  const path = join(folder, MANIFEST);
  const manifest = await readJson(path, manifestSchema);
  if (manifest === undefined) throw storeError("store-damaged", path);
  return manifest;
}

function textOf(
  { id }: PublishedVersion,
  { shown }: Destination,
  { schema, isLoaded, isSwitched, latest, dropped }: PostgresPublication,
): string {
  return [
    isLoaded
      ? `Loaded    ${id} into the schema ${schema}; rows and content hash are those of the manifest`
      : `Unchanged ${id} is in the schema ${schema} already`,
    isSwitched
      ? `Latest    the views of the schema occupations show it now`
      : `Latest    ${latest ?? "none"}`,
    ...dropped.map((older) => `Dropped   ${older}`),
    `Where     ${shown}`,
  ].join("\n");
}
