import {
  asyncBufferFromFile,
  type ParquetParsers,
  parquetMetadataAsync,
  parquetRead,
  type SchemaElement,
} from "hyparquet";

const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** Texts as they are: by itself, the library drops a byte order mark. */
const PARSERS: Partial<ParquetParsers> = {
  stringFromBytes: (bytes: Uint8Array | undefined) => bytes && utf8.decode(bytes),
};

/**
 * Hands over the rows of a Parquet file one by one, reading a row group at a time. The values are those of SQLite: whole
 * numbers are numbers, what is missing is null.
 *
 * @returns what the file says of its columns, the root first.
 */
export async function readParquet(
  path: string,
  take: (values: readonly unknown[]) => void,
): Promise<readonly SchemaElement[]> {
  const file = await asyncBufferFromFile(path);
  const metadata = await parquetMetadataAsync(file);
  let rowStart = 0;
  for (const group of metadata.row_groups) {
    const rowEnd = rowStart + Number(group.num_rows);
    const onComplete = (rows: readonly (readonly unknown[])[]) => {
      for (const row of rows) take(row.map(asInSqlite));
    };
    const range = { rowStart, rowEnd };
    await parquetRead({ file, metadata, ...range, rowFormat: "array", onComplete, parsers: PARSERS });
    rowStart = rowEnd;
  }
  return metadata.schema;
}

function asInSqlite(value: unknown): unknown {
  return typeof value === "bigint" ? Number(value) : (value ?? null);
}
