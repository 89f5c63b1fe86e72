import { readFileSync } from "node:fs";
import { join } from "node:path";
import { MANIFEST, manifestSchema } from "../../sinks/manifest.ts";
import type { PublishedVersion } from "../published-version.ts";

/** A version whose rows can be compared, and the state of the program that built it. */
export type ComparedVersion = Pick<PublishedVersion, "folder"> & {
  /** NULL where it does not tell: versions of schema 1.1 and before. */
  readonly program: string | null;
};

/** A published version with its program. */
export function comparedVersion({ folder }: PublishedVersion): ComparedVersion {
  const { program } = manifestSchema.parse(JSON.parse(readFileSync(join(folder, MANIFEST), "utf8")));
  return { folder, program: program ?? null };
}
