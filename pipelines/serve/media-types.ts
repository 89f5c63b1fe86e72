import { extname } from "node:path";

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".ndjson": "application/x-ndjson",
  ".csv": "text/csv; charset=utf-8; header=present",
  ".md": "text/markdown; charset=utf-8",
  ".ts": "text/plain; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".sqlite": "application/vnd.sqlite3",
  ".parquet": "application/vnd.apache.parquet",
};

/** The type of a file of a version, by its ending; `SHA256SUMS` has none and is text. */
export function mediaTypeOf(path: string): string {
  const ending = extname(path);
  return ending === "" ? "text/plain; charset=utf-8" : (MEDIA_TYPES[ending] ?? "application/octet-stream");
}

/** Text gets shorter by gzip; Parquet and SQLite hardly do, and are read by programs that don't ask for it. */
export function isText(mediaType: string): boolean {
  return /^(?:text\/|application\/(?:json|x-ndjson)$)/.test(mediaType);
}
