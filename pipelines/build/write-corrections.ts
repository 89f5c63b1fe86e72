import type { SnapshotWriter } from "../../sinks/sqlite.ts";
import type { Correction } from "../../sources/correction.ts";
import type { Applied } from "../../transforms/corrections/correct-facts.ts";
import {
  correctedFinding,
  correctionRow,
  outdatedFinding,
} from "../../transforms/corrections/correction-report.ts";
import { rowKey } from "../../transforms/corrections/row-key.ts";
import type { Row } from "../../transforms/model/model.ts";

/** Tells of each correction of a source whether the version has the corrected value, or why it has not. */
export function writeCorrections(
  { connection, insert }: Pick<SnapshotWriter, "connection" | "insert">,
  sourceId: string,
  applied: readonly Applied[],
): void {
  for (const { correction, found } of applied) {
    if (found.includes(correction.published) && holds(connection, correction)) {
      insert("correction", correctionRow(correction, sourceId));
      insert("issue", correctedFinding(correction, sourceId));
    } else insert("issue", aboutKnown(connection, outdatedFinding(correction, sourceId, found)));
  }
}

/** Of two documents that tell the same fact, the corrected one may not have the word. */
function holds(connection: SnapshotWriter["connection"], correction: Correction): boolean {
  const { table, column, corrected } = correction;
  const columns = Object.entries({ ...rowKey(correction), [column]: corrected });
  const condition = columns.map(([name]) => `${name} IS ?`).join(" AND ");
  const sql = `SELECT 1 FROM ${table} WHERE ${condition}`;
  return connection.prepare(sql).get(columns.map(([, value]) => value)) !== undefined;
}

/** An issue can name only an occupation that the version has. */
function aboutKnown(connection: SnapshotWriter["connection"], issue: Row<"issue">): Row<"issue"> {
  const found = connection.prepare("SELECT 1 FROM occupation WHERE id = ?").get(issue.occupation_id);
  return found === undefined ? { ...issue, occupation_id: null } : issue;
}
