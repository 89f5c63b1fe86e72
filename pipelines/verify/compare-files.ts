import { join } from "node:path";
import { listFiles } from "../../sinks/digest.ts";
import { SNAPSHOT } from "../publish/store-layout.ts";
import { differingRows } from "./differing-rows.ts";
import { firstDifference } from "./first-difference.ts";

/** Where two folders differ, file by file: a sentence each, with the first words that differ. */
export function compareFolders(published: string, rebuilt: string): readonly string[] {
  const [before, after] = [listFiles(published), listFiles(rebuilt)];
  const [had, has] = [new Set(before), new Set(after)];
  return [
    ...before.filter((path) => !has.has(path)).map((path) => `${path} was published and is not built again.`),
    ...after.filter((path) => !had.has(path)).map((path) => `${path} is built again and was not published.`),
    ...before
      .filter((path) => has.has(path))
      .flatMap((path) => compareFile(join(published, path), join(rebuilt, path), path)),
  ];
}

function compareFile(published: string, rebuilt: string, path: string): string[] {
  const difference = firstDifference(published, rebuilt);
  if (difference === undefined) return [];
  const words = path === SNAPSHOT ? differingRows(published, rebuilt) : difference;
  return [`${path} is not what the archive gives: ${words}`];
}
