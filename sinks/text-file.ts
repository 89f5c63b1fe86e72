import { appendFileSync, writeFileSync } from "node:fs";

/** A text file that is written piece by piece. */
export type TextFile = { readonly write: (text: string) => void; readonly finish: () => void };

const CHUNK_CHARACTERS = 256 * 1024;

/** Starts a new text file; pieces are gathered and written in chunks, so that a file of any size takes little memory. */
export function createTextFile(path: string): TextFile {
  writeFileSync(path, "", { flag: "wx" });
  let waiting = "";
  const finish = () => {
    appendFileSync(path, waiting);
    waiting = "";
  };
  return {
    write: (text) => {
      waiting += text;
      if (waiting.length >= CHUNK_CHARACTERS) finish();
    },
    finish,
  };
}
