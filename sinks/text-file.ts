import { closeSync, openSync, writeSync } from "node:fs";

/** A text file that is written piece by piece. */
export type TextFile = { readonly write: (text: string) => void; readonly close: () => void };

const CHUNK_CHARACTERS = 256 * 1024;

/** Starts a new text file; pieces are gathered and written in chunks, so that a file of any size takes little memory. */
export function createTextFile(path: string): TextFile {
  const file = openSync(path, "wx");
  let waiting = "";
  const flush = () => {
    writeWhole(file, waiting);
    waiting = "";
  };
  return {
    write: (text) => {
      waiting += text;
      if (waiting.length >= CHUNK_CHARACTERS) flush();
    },
    close: () => {
      flush();
      closeSync(file);
    },
  };
}

/** One write can take less than it was given, on a disk that is nearly full. */
function writeWhole(file: number, text: string): void {
  const bytes = Buffer.from(text);
  for (let written = 0; written < bytes.length; ) written += writeSync(file, bytes, written);
}
