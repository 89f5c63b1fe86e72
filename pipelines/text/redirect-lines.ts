import { type Redirect, redirectWords } from "../../transforms/redirects.ts";
import type { Layout } from "../world.ts";
import { wrap } from "./wrap.ts";

/** Tells a reader who asked by an old id that another page answers; nothing, where the id is still there. */
export function redirectLines(redirect: Redirect | undefined, { width }: Layout): readonly string[] {
  if (redirect === undefined) return [];
  const seen = `First seen on ${redirect.fetched_at.slice(0, 10)}.`;
  return [wrap(`${redirectWords(redirect)} ${seen}`, Math.min(width, 100))];
}
