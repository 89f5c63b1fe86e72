import { StoreError } from "../../sources/archive/store-error.ts";
import { RefusedError } from "../errors/refused-error.ts";
import { SourceRefusedError } from "../errors/source-refused-error.ts";
import { UsageError } from "../errors/usage-error.ts";

/** What one part of a verification came to. */
export type Verified = {
  /** What was looked at. */
  readonly part: "files" | "rows" | "archive" | "latest" | "rebuild" | "provenance";
  /** How much was looked at, in words: "1,204 files". */
  readonly looked_at: string;
  /** A sentence for each thing that is wrong; nothing where all is as it was published. */
  readonly problems: readonly string[];
  /** What could not be told, and why. */
  readonly notes: readonly string[];
};

/** So many problems of one part are told; the others are counted. */
const MOST_TOLD = 20;

/** The first problems, and how many more there are; `all` where not every one of them is at hand. */
export function firstOf(problems: readonly string[], all = problems.length): readonly string[] {
  const told = problems.slice(0, MOST_TOLD);
  return all <= told.length ? told : [...told, `And ${all - told.length} more of the kind.`];
}

/** What a part stumbles over is a problem of the version as well: a damaged file, an archive that is not there. */
export async function asVerified(
  part: Verified["part"],
  work: () => Verified | Promise<Verified>,
): Promise<Verified> {
  try {
    return await work();
  } catch (error) {
    if (!isDamage(error)) throw error;
    return { part, looked_at: "nothing", problems: [error.message], notes: [] };
  }
}

/** A full disk, or a bug, says nothing about the version. */
function isDamage(error: unknown): error is Error {
  if (error instanceof StoreError) return DAMAGE.has(error.code);
  if (error instanceof UsageError) return error.code === "nothing-archived";
  return error instanceof RefusedError || error instanceof SourceRefusedError;
}

const DAMAGE: ReadonlySet<string> = new Set(["store-damaged", "store-foreign", "store-empty"]);
