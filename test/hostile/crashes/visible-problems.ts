import { existsSync, readdirSync, readlinkSync } from "node:fs";
import { basename, join } from "node:path";
import type { z } from "zod";
import {
  indexFile,
  indexSchema,
  latestFile,
  latestSchema,
  readJson,
} from "../../../pipelines/publish/store-layout.ts";
import { verifyVersion } from "../../../pipelines/publish/verify.ts";
import { isVersionId } from "../../../pipelines/publish/version-id.ts";
import { selectIn } from "../../pipelines/refresh/facts-of-versions.ts";

/** What a reader of the store could stumble over, at any instant. */
export async function visibleProblemsIn(store: string): Promise<string[]> {
  const versions = visibleIn(join(store, "versions"));
  const verified = await Promise.all(
    versions.map((version) => verifyVersion(join(store, "versions", version))),
  );
  return [
    ...verified.flat(),
    ...versions.filter((name) => !isVersionId(name)).map((name) => `versions has ${name}`),
    ...linkProblems(store, versions),
    ...(await fileProblems(indexFile(store), indexSchema, ({ versions: listed }) =>
      listed.map(({ id }) => id).filter((id) => !versions.includes(id)),
    )),
    ...(await fileProblems(latestFile(store), latestSchema, ({ id }) => (versions.includes(id) ? [] : [id]))),
    ...databaseProblems(store),
  ];
}

/** What a run that ended well must not leave. */
export function leftoversIn(store: string): string[] {
  const hidden = ["", "versions", "runs"].flatMap((folder) =>
    readdirSync(join(store, folder)).filter((name) => name.startsWith(".") && !name.startsWith(".lock")),
  );
  return hidden.map((name) => `${name} is left over`);
}

function visibleIn(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder).filter((name) => !name.startsWith(".")) : [];
}

function linkProblems(store: string, versions: readonly string[]): string[] {
  if (!existsSync(store) || !readdirSync(store).includes("latest")) return [];
  const id = basename(readlinkSync(join(store, "latest")));
  return versions.includes(id) ? [] : [`latest names ${id}, which is not there`];
}

async function fileProblems<Content>(
  path: string,
  schema: z.ZodType<Content>,
  missingIn: (content: Content) => readonly string[],
): Promise<string[]> {
  if (!existsSync(path)) return [];
  const content = await readJson(path, schema);
  if (content === undefined) return [`${path} is half-written`];
  return missingIn(content).map((id) => `${path} names ${id}, which is not there`);
}

function databaseProblems(store: string): string[] {
  return (["archive", "state"] as const)
    .filter((file) => existsSync(join(store, `${file}.sqlite`)))
    .flatMap((file) => selectIn<{ integrity_check: string }>(store, file, "PRAGMA integrity_check"))
    .map((row) => row.integrity_check)
    .filter((word) => word !== "ok");
}
