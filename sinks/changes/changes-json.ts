import { appendFileSync, closeSync, openSync, readSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";
import type { Change, ChangesHead } from "../../transforms/model/change.ts";
import { createTextFile } from "../text-file.ts";
import type { WrittenFile } from "../written-file.ts";

export const CHANGES_JSON = "changes.json";

/** The line after which each line is a row. */
export const ROWS_BEGIN = '"changes": [';

/** `changes.json` while it is written. */
export type ChangesFile = {
  readonly write: (change: Change) => void;
  /** Writes what is known when all rows are through, and puts it before them. */
  readonly finish: (head: ChangesHead) => readonly WrittenFile[];
};

/** Starts `changes.json`: one row a line, so that a file of any size can be read line by line. */
export function createChangesFile(folder: string): ChangesFile {
  const path = join(folder, CHANGES_JSON);
  const rowsPath = `${path}.rows`;
  const rowsFile = createTextFile(rowsPath);
  let rows = 0;
  return {
    write: (change) => {
      rowsFile.write(`${rows === 0 ? "\n" : ",\n"}${JSON.stringify(change)}`);
      rows += 1;
    },
    finish: (head) => {
      rowsFile.finish();
      const file = createTextFile(path);
      file.write(headText(head));
      file.finish();
      appendFile(path, rowsPath);
      appendFileSync(path, rows === 0 ? "]\n}\n" : "\n]\n}\n");
      rmSync(rowsPath);
      return [{ path: CHANGES_JSON, rows }];
    },
  };
}

function headText({ from, to, ...lists }: ChangesHead): string {
  const ends = `"from": ${JSON.stringify(from)},\n"to": ${JSON.stringify(to)}`;
  const parts = Object.entries(lists).map(([name, list]) => `"${name}": ${lines(list)}`);
  return `{\n${[ends, ...parts].join(",\n")},\n${ROWS_BEGIN}`;
}

function lines(list: readonly object[]): string {
  if (list.length === 0) return "[]";
  return `[\n${list.map((entry) => JSON.stringify(entry)).join(",\n")}\n]`;
}

const CHUNK_BYTES = 256 * 1024;

function appendFile(path: string, from: string): void {
  const chunk = Buffer.allocUnsafe(CHUNK_BYTES);
  const [target, source] = [openSync(path, "a"), openSync(from, "r")];
  try {
    for (let read = readSync(source, chunk); read > 0; read = readSync(source, chunk))
      writeSync(target, chunk, 0, read);
  } finally {
    closeSync(source);
    closeSync(target);
  }
}
