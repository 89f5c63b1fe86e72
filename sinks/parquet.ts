import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { fileWriter, ParquetWriter } from "hyparquet-writer";
import type { TableShape } from "../transforms/model/table.ts";
import { parquetSchema } from "./parquet/parquet-schema.ts";
import { gatherRows } from "./parquet/row-group.ts";
import type { TableWriter } from "./tables.ts";

/** Where the rows of a table are as Parquet, below the folder of a version. */
export const parquetPath = ({ name }: TableShape) => `parquet/${name}.parquet`;

/** So many rows are in memory at a time; a reader skips a group whose statistics say that it has nothing for it. */
const GROUP_ROWS = 50_000;

/**
 * Writes `parquet/<table>.parquet`: typed, NULL where SQLite has NULL, in row groups. It is compressed with Snappy in
 * JavaScript: unlike zlib's, its bytes do not depend on the machine.
 */
export function createParquet(folder: string, table: TableShape): TableWriter {
  const path = parquetPath(table);
  mkdirSync(join(folder, "parquet"), { recursive: true });
  const file = new ParquetWriter({
    writer: fileWriter(join(folder, path)),
    schema: parquetSchema(table),
    codec: "SNAPPY",
  });
  const group = gatherRows(table);
  let rows = 0;
  const writeGroup = () => {
    if (group.size() > 0) file.write({ columnData: group.take(), rowGroupSize: GROUP_ROWS });
  };
  return {
    write: (batch) => {
      group.add(batch);
      rows += batch.length;
      if (group.size() >= GROUP_ROWS) writeGroup();
    },
    finish: () => {
      writeGroup();
      file.finish();
      return { path, rows };
    },
  };
}
