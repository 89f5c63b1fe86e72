import { existsSync, readFileSync, readlinkSync } from "node:fs";
import { basename, join } from "node:path";
import { ReaderError } from "./reader-error.ts";

const VERSION_ID = /^\d{8}T\d{6}Z-[0-9a-f]{8}$/;

/**
 * The version that `latest` names: one look at a link, cheap enough for every question.
 *
 * @throws ReaderError where there is none.
 */
export function latestVersionId(store: string): string {
  const id = linkedId(store) ?? toldId(store);
  if (id !== undefined) return id;
  if (existsSync(join(store, "versions"))) throw nothingPublished(store);
  throw new ReaderError(
    "no-store",
    `${store} is no store: it has no folder versions/. Name the folder that \`occupations refresh --store\` fills.`,
  );
}

/**
 * The folder of a version.
 *
 * @throws ReaderError where the store does not hold it.
 */
export function versionFolder(store: string, id: string): string {
  const folder = join(store, "versions", id);
  if (VERSION_ID.test(id) && existsSync(folder)) return folder;
  throw new ReaderError(
    "unknown-version",
    `${store} holds no version ${id}. index.json lists those that it holds; older ones may have been pruned.`,
  );
}

function linkedId(store: string): string | undefined {
  try {
    return basename(readlinkSync(join(store, "latest")));
  } catch {
    return undefined; // a copy of a store on a disk without links has latest.json only
  }
}

function toldId(store: string): string | undefined {
  const path = join(store, "latest.json");
  if (!existsSync(path)) return undefined;
  try {
    return (JSON.parse(readFileSync(path, "utf8")) as { readonly id: string }).id;
  } catch (cause) {
    throw new ReaderError("damaged", `${path} is no JSON. Run \`occupations refresh\` to have it repaired.`, {
      cause,
    });
  }
}

function nothingPublished(store: string): ReaderError {
  return new ReaderError(
    "nothing-published",
    `Nothing is published in ${store} yet. Run \`occupations refresh --store ${store}\` first.`,
  );
}
