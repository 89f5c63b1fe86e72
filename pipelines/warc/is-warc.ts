import { closeSync, openSync, readSync } from "node:fs";
import { constants, gunzipSync } from "node:zlib";

const BEGINNING = "WARC/1.";
const ENOUGH_BYTES = 1024;

/** Whether a file is a web archive, packed or not, by its first bytes. */
export function isWarc(path: string): boolean {
  const start = firstBytes(path);
  return start.toString("latin1").startsWith(BEGINNING) || unpacked(start).startsWith(BEGINNING);
}

export function isGzipped(start: Buffer): boolean {
  return start[0] === 0x1f && start[1] === 0x8b;
}

export function firstBytes(path: string): Buffer {
  const file = openSync(path, "r");
  try {
    const buffer = Buffer.alloc(ENOUGH_BYTES);
    return buffer.subarray(0, readSync(file, buffer));
  } finally {
    closeSync(file);
  }
}

/** As much of it as the first bytes give. */
function unpacked(start: Buffer): string {
  if (!isGzipped(start)) return "";
  try {
    return gunzipSync(start, { finishFlush: constants.Z_SYNC_FLUSH }).toString("latin1");
  } catch {
    return "";
  }
}
