import { chmod, open, readdir, rename, rm, symlink, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import pLimit from "p-limit";

const READ_ONLY = 0o444;

/** As many as Node's threads do at the same time by default. */
const PARALLEL = 4;

/** Begins the name of what is not in place yet; `recoverStore` removes what a crash left of it. */
export const TEMPORARY = ".new-";

/** Makes every file below a folder read-only, and everything, the folders too, survive a loss of power. */
export async function makeDurable(folder: string): Promise<void> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const limit = pLimit(PARALLEL);
  const paths = (isFolder: boolean) =>
    entries
      .filter((entry) => entry.isDirectory() === isFolder)
      .map((entry) => join(entry.parentPath, entry.name));
  await limit.map(paths(false), (path) => makeFileDurable(path));
  await limit.map([...paths(true), folder], (path) => flush(path));
}

async function makeFileDurable(path: string): Promise<void> {
  await chmod(path, READ_ONLY);
  await flush(path);
}

/** Waits until a file, or the names in a folder, are on the disk. */
export async function flush(path: string): Promise<void> {
  const handle = await open(path, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Replaces a JSON file in one step: a reader sees the old one or the new one, whole. */
export async function replaceJson(path: string, value: unknown): Promise<void> {
  await replaceText(path, `${JSON.stringify(value, undefined, 2)}\n`);
}

/** Replaces a text file in one step. */
export async function replaceText(path: string, text: string): Promise<void> {
  await replace(path, (temporary) => writeFile(temporary, text, { flush: true }));
}

/** Lets a symbolic link point elsewhere, in one step. */
export async function replaceLink(path: string, target: string): Promise<void> {
  await replace(path, (temporary) => symlink(target, temporary));
}

async function replace(path: string, create: (temporary: string) => Promise<void>): Promise<void> {
  const temporary = join(dirname(path), `${TEMPORARY}${basename(path)}`);
  await rm(temporary, { force: true });
  await create(temporary);
  await rename(temporary, path);
  await flush(dirname(path));
}
