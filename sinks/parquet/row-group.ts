import type { ColumnSource } from "hyparquet-writer";
import type { Column } from "../../transforms/model/column.ts";
import type { TableShape } from "../../transforms/model/table.ts";
import type { SqlRow } from "../tables.ts";

/** Rows that wait to be written together, column by column. */
export type RowGroup = {
  readonly size: () => number;
  readonly add: (rows: readonly SqlRow[]) => void;
  /** Gives what was gathered, and begins anew. */
  readonly take: () => ColumnSource[];
};

export function gatherRows({ columns }: TableShape): RowGroup {
  const gathered = Object.entries(columns).map(([name, column]) => ({
    name,
    convert: converterOf(column),
    data: [] as unknown[],
  }));
  return {
    size: () => gathered[0]?.data.length ?? 0,
    add: (rows) => {
      for (const [index, { data, convert }] of gathered.entries())
        for (const row of rows) data.push(convert(row[index] ?? null));
    },
    take: () =>
      gathered.map((column) => {
        const { name, data } = column;
        column.data = [];
        return { name, data };
      }),
  };
}

type Convert = (value: SqlRow[number]) => unknown;

/** Parquet's INT64 is written from a bigint. */
function converterOf({ sqlType }: Column): Convert {
  if (sqlType !== "INTEGER") return (value) => value;
  return (value) => (value === null ? null : BigInt(value));
}
