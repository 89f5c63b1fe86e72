import { UsageError } from "../errors/usage-error.ts";

/** A PostgreSQL database to publish to. */
export type Destination = {
  /** With the password, for the connection only. */
  readonly url: string;
  /** Without it, for people and logs. */
  readonly shown: string;
};

const SCHEMES = ["postgres:", "postgresql:"];
const SECRET_PARAMETERS = ["password", "sslpassword"];

/**
 * `postgres://user:secret@host:5432/database?sslmode=verify-full`
 *
 * @throws UsageError where it is no such address; its words are not repeated, for there may be a password among them.
 */
export function destinationFrom(words: string): Destination {
  const url = URL.canParse(words) ? new URL(words) : undefined;
  if (url !== undefined && SCHEMES.includes(url.protocol)) return { url: words, shown: withoutSecrets(url) };
  throw new UsageError(
    "--to names no database that can be published to. It has to be the address of a PostgreSQL database: postgres://user@host:5432/database. A password is better left to PGPASSWORD or ~/.pgpass.",
    "unknown-destination",
  );
}

function withoutSecrets(url: URL): string {
  const shown = new URL(url);
  if (shown.password !== "") shown.password = "***";
  for (const name of SECRET_PARAMETERS) {
    if (shown.searchParams.has(name)) shown.searchParams.set(name, "***");
  }
  return shown.href;
}
