import { join } from "node:path";
import {
  type Change,
  type Changes,
  type ChangesHead,
  changeSchema,
  changesHeadSchema,
} from "../../transforms/model/change.ts";
import { CHANGES_JSON, ROWS_BEGIN } from "./changes-json.ts";
import { readLines } from "./read-lines.ts";

/** `changes.json` as it is read: what stands before the rows, then row by row. */
export type ChangesReading = { readonly head: ChangesHead; readonly rows: Iterable<Change> };

/**
 * Reads `changes.json` of a version, a row at a time.
 *
 * @throws Error where it is missing, cut off, or something else.
 */
export function readChanges(folder: string): ChangesReading {
  const lines = readLines(join(folder, CHANGES_JSON));
  let head = "";
  for (let next = lines.next(); ; next = lines.next()) {
    if (next.done === true) throw new Error(`${CHANGES_JSON} has no rows: it is cut off.`);
    head += next.value;
    if (!next.value.startsWith(ROWS_BEGIN)) continue;
    const isEmpty = next.value !== ROWS_BEGIN;
    const end = isEmpty ? "}" : "]}";
    return {
      head: changesHeadSchema.parse(JSON.parse(`${head}${end}`)),
      rows: isEmpty ? [] : rowsIn(lines),
    };
  }
}

/** All of it at once. */
export function readAllChanges(folder: string): Changes {
  const { head, rows } = readChanges(folder);
  return { ...head, changes: [...rows] };
}

function* rowsIn(lines: Iterable<string>): Iterable<Change> {
  for (const line of lines) {
    if (line === "]") return;
    yield changeSchema.parse(JSON.parse(line.endsWith(",") ? line.slice(0, -1) : line));
  }
  throw new Error(`${CHANGES_JSON} is cut off: its last line has no end.`);
}
