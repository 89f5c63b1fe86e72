import { COMPARED_TABLES } from "../../transforms/diff/compared-tables.ts";
import {
  documentsOf,
  type VersionDocument,
  type VersionDocuments,
  type VersionSource,
} from "../../transforms/diff/version-documents.ts";
import type { Values, VersionEnd } from "../../transforms/model/change.ts";
import { SCHEMAS, type Side, type TwoVersions } from "./two-versions.ts";

/** What a version was made from, as its own tables tell it. */
export function versionDocuments({ connection, columnsOf }: TwoVersions, side: Side): VersionDocuments {
  const schema = SCHEMAS[side];
  const reason = columnsOf(side, "source")?.has("state_reason") === true ? "state_reason" : "NULL";
  const sources = connection
    .prepare<[], VersionSource>(
      `SELECT id, edition, state, ${reason} AS state_reason FROM ${schema}.source ORDER BY id`,
    )
    .all();
  const documents = connection
    .prepare<[], VersionDocument>(`SELECT id, url, source_id, sha256 FROM ${schema}.capture ORDER BY url`)
    .all();
  return documentsOf(sources, documents);
}

/** What a version calls itself. */
export function versionEnd(
  { connection }: Pick<TwoVersions, "connection">,
  side: Side,
  program: string | null,
): VersionEnd {
  const row = connection
    .prepare<[], Omit<VersionEnd, "program">>(
      `SELECT version, content_hash, schema_version, created_at, tool_version FROM ${SCHEMAS[side]}.dataset`,
    )
    .get();
  if (row === undefined) throw new Error("A finished version has one row in dataset.");
  return { ...row, program };
}

/** The sources whose documents belonged to several editions at a time. */
export function mixedSources({ connection }: TwoVersions, side: Side): ReadonlySet<string> {
  const ids = connection
    .prepare<[], string>(`SELECT source_id FROM ${SCHEMAS[side]}.issue WHERE rule = 'mixed-editions'`)
    .pluck()
    .all();
  return new Set(ids);
}

/** Those of the archived responses that only the version after knows. */
export function newCaptures({ connection }: TwoVersions, ids: ReadonlySet<string>): readonly Values[] {
  return connection
    .prepare<[], Values>(
      `SELECT * FROM main.capture WHERE id NOT IN (SELECT id FROM ${SCHEMAS.before}.capture) ORDER BY id`,
    )
    .all()
    .filter(({ id }) => ids.has(String(id)));
}

/** How many rows of each table each source has in a version that is the first. */
export function rowsBySource({ connection }: Pick<TwoVersions, "connection">) {
  return COMPARED_TABLES.flatMap(({ name, columns }) => {
    const source = "source_id" in columns ? "source_id" : name === "source" ? "id" : "NULL";
    const sql = `SELECT ${source} AS source_id, count(*) AS rows FROM main.${name} GROUP BY 1 ORDER BY 1`;
    const counts = connection.prepare<[], { source_id: string | null; rows: number }>(sql).all();
    return counts.map((count) => ({ table: name, ...count }));
  });
}
