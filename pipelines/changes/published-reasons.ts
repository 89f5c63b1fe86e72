import { readChanges } from "../../sinks/changes/read-changes.ts";
import type { Reason } from "../../transforms/diff/cause-list.ts";
import type { RowPair } from "../../transforms/diff/difference.ts";
import type { Values } from "../../transforms/model/change.ts";
import type { TableShape } from "../../transforms/model/table.ts";
import type { Explain } from "./compare-versions.ts";

/** Takes the causes from what the versions on the way have published: of a row that changed twice, those of both times. */
export function publishedReasons(folders: readonly string[]): Explain {
  const known = new Map<string, Reason[]>();
  for (const folder of folders) noteReasons(folder, known);
  return async () => ({
    reasonsOf: (pair) => known.get(nameOf(pair)) ?? [NOT_TOLD],
    discard: () => {},
  });
}

const NOT_TOLD: Reason = {
  kind: "undetermined",
  reason: "No version on the way tells of a change of this row.",
};

function noteReasons(folder: string, known: Map<string, Reason[]>): void {
  const { head, rows } = readChanges(folder);
  const reasons = new Map(head.causes.map(({ id, ...reason }) => [id, reason]));
  for (const { table, key, causes: ids } of rows) {
    const name = JSON.stringify([table, ...Object.values(key)]);
    const told = known.get(name) ?? [];
    known.set(name, told);
    told.push(...ids.flatMap((id) => reasons.get(id) ?? []));
  }
}

function nameOf({ table, before, after }: RowPair): string {
  return JSON.stringify([table.name, ...keyOf(table, after ?? before ?? {})]);
}

function keyOf({ key }: TableShape, row: Values) {
  return key.map((column) => row[column] ?? null);
}
