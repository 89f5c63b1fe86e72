import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Changes } from "../../../transforms/model/change.ts";
import { CHANGES_JSON } from "../../changes/changes-json.ts";
import { readAllChanges } from "../../changes/read-changes.ts";
import { ReaderError } from "./reader-error.ts";

type Versions = { readonly store: string; readonly since: string; readonly until: string };

/**
 * What each version after `since` changed, up to and with `until`, oldest first: applied one after the other, they bring a
 * copy from the one to the other.
 *
 * @throws ReaderError where `since` does not lie before `until`, or a version between them is gone.
 */
export function readChangesSince({ store, since, until }: Versions): readonly Changes[] {
  const chain: Changes[] = [];
  for (let version = until; version !== since; ) {
    const changes = readChanges(store, version, since);
    chain.unshift(changes);
    if (changes.from === null) throw brokenChain(since, `${version} is the first one that was published`);
    version = changes.from.version;
  }
  return chain;
}

function readChanges(store: string, version: string, since: string): Changes {
  const folder = join(store, "versions", version);
  const path = join(folder, CHANGES_JSON);
  if (!existsSync(path)) throw brokenChain(since, `${path} is not there`);
  try {
    return readAllChanges(folder);
  } catch (cause) {
    const message = `${path} cannot be read. \`occupations verify ${version}\` says what is wrong with it.`;
    throw new ReaderError("damaged", message, { cause });
  }
}

function brokenChain(since: string, reason: string): ReaderError {
  return new ReaderError(
    "broken-chain",
    `The changes since ${since} cannot be told: ${reason}. Copy the whole version instead, or ask \`occupations diff ${since}\`.`,
  );
}
