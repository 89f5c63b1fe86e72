import { createReadStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { parse } from "csv-parse";

/** Whatever a reader may take for the end of a line, where it stands outside quotes. */
const LINE_ENDS = ["\r\n", "\n", "\r"];

/** Hands over the lines of a CSV file one by one, the header first; memory stays small, however long the file. */
export async function readCsv(path: string, take: (fields: readonly string[]) => void): Promise<void> {
  const parser = parse({
    record_delimiter: LINE_ENDS,
    on_record: (fields: readonly string[]) => {
      take(fields);
      return null;
    },
  });
  parser.resume(); // what comes out of it is nothing, and has to be read all the same
  await pipeline(createReadStream(path), parser);
}
