import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import type { ReadDocument } from "./compare-document.ts";

/** Holds the lines of an NDJSON file against documents that come in the same order. */
export type NdjsonComparison = {
  readonly take: (document: ReadDocument) => void;
  /** Tells the first difference; nothing where there is none. */
  readonly finish: () => string | undefined;
  readonly close: () => void;
};

export function openNdjson(path: string): NdjsonComparison {
  const file = openSync(path, "r");
  let place = 0;
  let difference: string | undefined;
  return {
    take: (document) => {
      const line = Buffer.from(`${JSON.stringify(document)}\n`);
      const found = Buffer.allocUnsafe(line.length);
      const read = readSync(file, found, 0, line.length, place);
      place += line.length;
      if (read !== line.length || !found.equals(line)) difference ??= `its line of ${document.id} is another`;
    },
    finish: () => {
      const { size } = fstatSync(file);
      return difference ?? (size === place ? undefined : `it has ${size} bytes; the documents have ${place}`);
    },
    close: () => closeSync(file),
  };
}
