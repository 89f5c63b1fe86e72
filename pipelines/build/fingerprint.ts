import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { TOOL_VERSION } from "../tool-version.ts";

/** The folder above `pipelines/`: of the sources, or of what was compiled from them. */
const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/**
 * A digest of the program's own files: what it makes of the same bytes can change only when it changes. `code` names
 * folders, or files without their ending.
 */
export function fingerprintOf(code: readonly string[]): string {
  const digest = createHash("sha256");
  for (const path of code.flatMap((name) => filesOf(join(ROOT, name))).sort()) {
    digest.update(path.slice(ROOT.length)).update("\0").update(readFileSync(path)).update("\0");
  }
  return `${TOOL_VERSION}-${digest.digest("hex").slice(0, 16)}`;
}

function filesOf(path: string): string[] {
  const folder = statSync(path, { throwIfNoEntry: false });
  if (folder?.isDirectory() !== true)
    return [`${path}.js`, `${path}.ts`].filter(
      (file) => statSync(file, { throwIfNoEntry: false }) !== undefined,
    );
  return readdirSync(path, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.(js|ts)$/.test(name) && !name.endsWith(".d.ts"))
    .map((name) => join(path, name));
}
