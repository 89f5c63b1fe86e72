import { closeSync, openSync, readSync } from "node:fs";

const CHUNK_BYTES = 256 * 1024;
const NEWLINE = 0x0a;
/** So much is shown on each side of the first byte that differs. */
const SHOWN_BEFORE = 60;
const SHOWN_AFTER = 100;

/** Where two files begin to differ, in words; `undefined` where they are the same. Reads them piece by piece. */
export function firstDifference(published: string, rebuilt: string): string | undefined {
  const [one, other] = [openSync(published, "r"), openSync(rebuilt, "r")];
  try {
    const place = placeOfDifference(one, other);
    return place && wordsAt(place, one, other);
  } finally {
    closeSync(one);
    closeSync(other);
  }
}

type Place = { readonly offset: number; readonly line: number };

function placeOfDifference(one: number, other: number): Place | undefined {
  let line = 1;
  for (let offset = 0; ; offset += CHUNK_BYTES) {
    const [left, right] = [readAt(one, offset, CHUNK_BYTES), readAt(other, offset, CHUNK_BYTES)];
    const same = left.equals(right);
    const end = same ? left.length : commonLength(left, right);
    line += newlinesIn(left.subarray(0, end));
    if (!same) return { offset: offset + end, line };
    if (left.length < CHUNK_BYTES) return undefined;
  }
}

function commonLength(left: Buffer, right: Buffer): number {
  const shorter = Math.min(left.length, right.length);
  for (let index = 0; index < shorter; index += 1) if (left[index] !== right[index]) return index;
  return shorter;
}

function newlinesIn(bytes: Buffer): number {
  let found = 0;
  for (let at = bytes.indexOf(NEWLINE); at !== -1; at = bytes.indexOf(NEWLINE, at + 1)) found += 1;
  return found;
}

function wordsAt({ offset, line }: Place, one: number, other: number): string {
  const from = Math.max(0, offset - SHOWN_BEFORE);
  const shown = [one, other].map((file) => readAt(file, from, offset - from + SHOWN_AFTER));
  if (shown.some((bytes) => bytes.includes(0))) return `they differ from byte ${offset} on.`;
  const [has, should] = shown.map((bytes) => excerpt(bytes, offset - from));
  return `line ${line} has ${has}, and should have ${should}.`;
}

/** The line around a byte, or as much of it as is shown; without the pieces of characters at its ends. */
function excerpt(bytes: Buffer, at: number): string {
  if (at >= bytes.length) return "its end there";
  const start = at === 0 ? 0 : bytes.lastIndexOf(NEWLINE, at - 1) + 1;
  const end = bytes.indexOf(NEWLINE, at);
  const line = bytes.subarray(start, end === -1 ? bytes.length : end).toString("utf8");
  return `“${line.replaceAll(/^\ufffd+|\ufffd+$/g, "")}”`;
}

function readAt(file: number, position: number, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  let read = 0;
  for (let more = 1; more > 0 && read < length; read += more)
    more = readSync(file, bytes, read, length - read, position + read);
  return bytes.subarray(0, read);
}
