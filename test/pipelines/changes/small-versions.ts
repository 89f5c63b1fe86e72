import { join } from "node:path";
import type { PublishOrder } from "../../../pipelines/publish/publish-version.ts";
import { readAllChanges } from "../../../sinks/changes/read-changes.ts";
import { createSnapshot } from "../../../sinks/sqlite.ts";
import type { Changes } from "../../../transforms/model/change.ts";
import { type AnyRow, SMALL_DATASET } from "../../sinks/small-dataset.ts";
import { insertAll } from "../../sinks/small-snapshot.ts";
import { temporaryFolder } from "../../sinks/temporary-folder.ts";
import { publishRows } from "../publish/small-store.ts";

type Values = Readonly<Record<string, unknown>>;

/** Other values in some rows: those of a table that have all of `where`. */
export type Patch = readonly [table: string, where: Values, values: Values];

export function patched(rows: readonly AnyRow[], ...patches: readonly Patch[]): readonly AnyRow[] {
  return rows.map((fact) => {
    const own = patches.filter(([table, where]) => table === fact.table && has(fact.row, where));
    return { ...fact, row: Object.assign({}, fact.row, ...own.map(([, , values]) => values)) };
  });
}

function has(row: object, where: Values): boolean {
  return Object.entries(where).every(([column, value]) => (row as Values)[column] === value);
}

/** The first capture with other bytes, and all that was read from it. */
export function fetchedAgain(rows: readonly AnyRow[]): readonly AnyRow[] {
  return rows.map((fact) => {
    if (fact.table === "capture" && fact.row.id === "capture-1")
      return { table: "capture", row: { ...fact.row, id: "capture-3", sha256: "cd".repeat(32) } };
    if ("capture_id" in fact.row && fact.row.capture_id === "capture-1")
      return { ...fact, row: { ...fact.row, capture_id: "capture-3" } } as AnyRow;
    return fact;
  });
}

/** Publishes rows, then other rows on the next night, and tells the changes of the second version. */
export async function changesTo(
  rows: readonly AnyRow[],
  order: Partial<PublishOrder> = {},
  before: readonly AnyRow[] = SMALL_DATASET,
): Promise<Changes & { readonly store: string }> {
  const store = temporaryFolder();
  await publishRows(store, before);
  await publishRows(store, rows, { createdAt: "2026-11-24T02:15:00.000Z", ...order });
  return { ...readAllChanges(join(store, "latest")), store };
}

/** A program that makes these rows of the documents of the version before. */
export function rereadAs(rows: readonly AnyRow[], unread: ReadonlyMap<string, string> = new Map()) {
  return async () => {
    const writer = createSnapshot(join(temporaryFolder(), "reread.sqlite"));
    insertAll(writer, rows);
    return { writer, unread };
  };
}

/** The table of each change, with the kinds of its causes. */
export function kindsIn({ changes, causes }: Changes): readonly (readonly [string, readonly string[]])[] {
  const kinds = new Map(causes.map(({ id, kind }) => [id, kind]));
  return changes.map(({ table, causes: ids }) => [table, ids.map((id) => kinds.get(id) ?? "")]);
}
