import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

/** What is expected; written anew with UPDATE_FIXTURES=1, which is for a person who then reads it. */
export function expectationOf(path: string, reading: string): string {
  if (process.env.UPDATE_FIXTURES === "1") {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, reading);
  }
  if (!existsSync(path))
    throw new Error(
      `${path} is missing: write it with \`npm run test:update\`, and read it against the document.`,
    );
  return readFileSync(path, "utf8");
}
