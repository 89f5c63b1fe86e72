import { spawnSync } from "node:child_process";
import { cpSync, rmSync } from "node:fs";
import { join } from "node:path";

const ROOT = join(import.meta.dirname, "..");
/** The site is bundled, not only compiled; `npm ci` and `npm run build` leave it there. */
const SITE = "sinks/report/site";

/** The program as JavaScript in a folder of its own, for tests that need a second process. */
export type BuiltProgram = { readonly folder: string; readonly remove: () => void };

export function buildProgram(): BuiltProgram {
  const folder = join(ROOT, "node_modules", ".cache", `occupations-${process.pid}-${Date.now()}`);
  const compiler = join(ROOT, "node_modules", "typescript", "bin", "tsc");
  const build = spawnSync(process.execPath, [compiler, "-p", "tsconfig.build.json", "--outDir", folder], {
    cwd: ROOT,
    encoding: "utf8",
  });
  if (build.error !== undefined) throw build.error;
  cpSync(join(ROOT, "build", SITE), join(folder, SITE), { recursive: true });
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
