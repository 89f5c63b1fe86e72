import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ReaderError } from "./reader-error.ts";

type Value = string | number | null;
type Values = Readonly<Record<string, Value>>;

/** A row that differs: the columns that do, as they were and as they are; the whole row where it is new or gone. */
export type PublishedChange = {
  readonly table: string;
  readonly change: "added" | "removed" | "changed";
  readonly key: Values;
  readonly before: Values | null;
  readonly after: Values | null;
  /** Which entries of `causes` it has. */
  readonly causes: readonly number[];
};

/** `changes.json` of a version. */
export type PublishedChanges = {
  /** Null where the version is the first. */
  readonly from: { readonly version: string } | null;
  readonly to: { readonly version: string };
  readonly causes: readonly { readonly id: number; readonly kind: string }[];
  readonly changes: readonly PublishedChange[];
};

type Versions = { readonly store: string; readonly since: string; readonly until: string };

/**
 * What each version after `since` changed, up to and with `until`, oldest first: applied one after the other, they bring a
 * copy from the one to the other.
 *
 * @throws ReaderError where `since` does not lie before `until`, or a version between them is gone.
 */
export function readChangesSince({ store, since, until }: Versions): readonly PublishedChanges[] {
  const chain: PublishedChanges[] = [];
  for (let version = until; version !== since; ) {
    const changes = readChanges(store, version, since);
    chain.unshift(changes);
    if (changes.from === null) throw brokenChain(since, `${version} is the first one that was published`);
    version = changes.from.version;
  }
  return chain;
}

function readChanges(store: string, version: string, since: string): PublishedChanges {
  const path = join(store, "versions", version, "changes.json");
  if (!existsSync(path)) throw brokenChain(since, `${path} is not there`);
  try {
    return JSON.parse(readFileSync(path, "utf8")) as PublishedChanges;
  } catch (cause) {
    throw new ReaderError("damaged", `${path} is no JSON. \`occupations verify ${version}\` says more.`, {
      cause,
    });
  }
}

function brokenChain(since: string, reason: string): ReaderError {
  return new ReaderError(
    "broken-chain",
    `The changes since ${since} cannot be told: ${reason}. Copy the whole version instead, or ask \`occupations diff ${since}\`.`,
  );
}
