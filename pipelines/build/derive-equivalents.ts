import type { SnapshotWriter } from "../../sinks/sqlite.ts";
import type { BridgeRows, Counterpart } from "../../transforms/equivalents/bridge-rows.ts";
import { composeEquivalents } from "../../transforms/equivalents/compose-equivalents.ts";
import type { Row } from "../../transforms/model/model.ts";

/** Derived relations belong to the source whose pairs they are composed from. */
const SOURCE = "crosswalk";

/**
 * Adds the counterparts between the countries to a version whose sources are all in. Without the crosswalk to ISCO-08
 * there is no way between them, and nothing is added.
 *
 * @returns how many relations were added.
 */
export function deriveEquivalents({
  connection,
  insert,
}: Pick<SnapshotWriter, "connection" | "insert">): number {
  const crossing = connection
    .prepare<[string], { capture_id: string }>(
      "SELECT capture_id FROM relation WHERE source_id = ? AND to_id LIKE 'isco-08/%' LIMIT 1",
    )
    .get(SOURCE);
  if (crossing === undefined) return 0;
  const found = composeEquivalents(bridgeRows(connection));
  for (const counterpart of found) insert("relation", relationRow(counterpart, crossing.capture_id));
  return found.length;
}

/** The rows in the order of their keys: the same rows give the same counterparts, in whatever order they came. */
export function bridgeRows(connection: SnapshotWriter["connection"]): BridgeRows {
  const all = <R>(sql: string) => connection.prepare<[], R>(sql).all();
  return {
    occupations: all("SELECT id, scheme, level, title, parent_id FROM occupation ORDER BY id"),
    names: all("SELECT occupation_id, name FROM occupation_name ORDER BY occupation_id, kind, name"),
    equivalents: all(
      "SELECT from_id, to_id, method, weight FROM relation WHERE kind = 'equivalent' AND score IS NULL ORDER BY from_id, to_id",
    ),
    covers: all("SELECT from_id, to_id FROM relation WHERE kind = 'covers' ORDER BY from_id, to_id"),
  };
}

function relationRow({ restsOn, ...relation }: Counterpart, capture_id: string): Row<"relation"> {
  return {
    ...{ ...relation, kind: "equivalent", source_id: SOURCE, capture_id },
    ...{ locator: JSON.stringify(restsOn), raw: null },
  };
}
