import { listFiles } from "../../sinks/digest.ts";
import { verifyVersion } from "../publish/verify.ts";
import type { PublishedVersion } from "../published-version.ts";
import { count } from "../text/figures.ts";
import { firstOf, type Verified } from "./verified.ts";

/** Every byte of a version against its own checksums, its manifest and its content hash. */
export async function verifyFiles({ folder }: PublishedVersion): Promise<Verified> {
  const problems = await verifyVersion(folder);
  return {
    part: "files",
    looked_at: `${count(listFiles(folder).length)} files`,
    problems: firstOf(problems),
    notes: [],
  };
}
