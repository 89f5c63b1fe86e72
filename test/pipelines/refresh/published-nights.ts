import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startSampleServer } from "../../../sources/sample/server.ts";
import { ACTORS } from "./hostile-sample.ts";
import { refreshIn, versionsIn } from "./refreshed-store.ts";

const DOCUMENTS = new URL("../../../sources/sample/documents", import.meta.url).pathname;

/** What the actors' page says from night to night. */
const WORDS = ["the text", "the words", "the lines", "the part"] as const;

export const nightOf = (index: number): string => `2026-11-${20 + index}T02:15:00Z`;

/** A store with a version of the handbook for each night: a duty of the actors changes every time; for `beforeAll`. */
export async function publishedNights(nights: 2 | 3 | 4) {
  const folder = mkdtempSync(join(tmpdir(), "nights-"));
  const [path, documents] = [join(folder, "store"), join(folder, "documents")];
  cpSync(DOCUMENTS, documents, { recursive: true });
  const server = await startSampleServer({ documents });
  for (let night = 0; night < nights; night += 1) {
    if (night > 0)
      sayInstead(join(documents, "www.bls.gov", ACTORS), WORDS[night - 1] ?? "", WORDS[night] ?? "");
    const { report } = await refreshIn(path, ["--mirror", server.url], { now: nightOf(night) });
    if (!report.is_new) throw new Error(`Night ${night} published nothing: ${report.message}`);
  }
  await server.close();
  const remove = () => rmSync(folder, { recursive: true, force: true });
  return { path, versions: versionsIn(path), remove };
}

function sayInstead(path: string, before: string, after: string): void {
  const page = readFileSync(path, "utf8");
  const changed = page.replace(`Learn ${before} by heart`, `Learn ${after} by heart`);
  if (changed === page) throw new Error(`Nothing has changed in ${path}.`);
  writeFileSync(path, changed);
}
