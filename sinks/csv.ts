import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { stringify } from "csv-stringify/sync";
import type { TableShape } from "../transforms/model/table.ts";
import type { TableWriter } from "./tables.ts";
import { createTextFile } from "./text-file.ts";

/** Where the rows of a table are as CSV, below the folder of a version. */
export const csvPath = ({ name }: TableShape) => `csv/${name}.csv`;

/**
 * Writes `csv/<table>.csv`: RFC 4180, UTF-8, a header, and an empty field for NULL. No text of the dataset is empty, so
 * that an empty field means nothing else.
 */
export function createCsv(folder: string, table: TableShape): TableWriter {
  const path = csvPath(table);
  mkdirSync(join(folder, "csv"), { recursive: true });
  const file = createTextFile(join(folder, path));
  let rows = 0;
  file.write(print([Object.keys(table.columns)]));
  return {
    write: (batch) => {
      file.write(print(batch));
      rows += batch.length;
    },
    finish: () => {
      file.finish();
      return { path, rows };
    },
  };
}

function print(lines: readonly (readonly unknown[])[]): string {
  return stringify([...lines], { record_delimiter: "\r\n", quote_record_delimiter: true });
}
