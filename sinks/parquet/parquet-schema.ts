import type { SchemaElement } from "hyparquet";
import type { Column } from "../../transforms/model/column.ts";
import type { TableShape } from "../../transforms/model/table.ts";

type ColumnType = Pick<SchemaElement, "type" | "converted_type">;

/**
 * Times, dates and periods stay the texts that SQLite has: as a timestamp, `2026-11-23T02:10:00Z` would read otherwise in
 * every engine, and `2024-05` is no date at all. ISO texts sort by time, and any engine casts them.
 */
const TYPES: Readonly<Record<Column["sqlType"], ColumnType>> = {
  TEXT: { type: "BYTE_ARRAY", converted_type: "UTF8" },
  INTEGER: { type: "INT64" },
  REAL: { type: "DOUBLE" },
};

/** A table as Parquet describes it: a root, then the columns in the order of the model. */
export function parquetSchema({ columns }: TableShape): SchemaElement[] {
  const elements = Object.entries(columns).map(
    ([name, { sqlType, nullable }]): SchemaElement => ({
      name,
      ...TYPES[sqlType],
      repetition_type: nullable ? "OPTIONAL" : "REQUIRED",
    }),
  );
  return [{ name: "row", num_children: elements.length }, ...elements];
}
