import { existsSync, lstatSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { inStore } from "../sources/archive/store-error.ts";

/** Bytes of every file in the store; links are not followed. */
export function storeSize(store: string): number {
  if (!existsSync(store)) return 0;
  return inStore(store, () =>
    readdirSync(store, { recursive: true, encoding: "utf8" }).reduce(
      (sum, path) => sum + sizeOf(join(store, path)),
      0,
    ),
  );
}

/** A file that another run removed meanwhile counts nothing. */
function sizeOf(path: string): number {
  const found = lstatSync(path, { throwIfNoEntry: false });
  return found?.isFile() ? found.size : 0;
}
