import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { dirname, extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { packDocument } from "./packed-document.ts";

/** A running sample upstream. `url` has no slash at its end: a document is at `<url>/<host>/<path>`. */
export interface SampleServer {
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** The documents change only with the code, so one date serves all; the ETag tells versions apart. */
const LAST_MODIFIED = new Date("2025-08-28T12:00:00Z");

/** As the real site sends them. */
const MEDIA_TYPES: Readonly<Record<string, string>> = {
  ".htm": "text/html; charset=UTF-8",
  ".html": "text/html; charset=utf-8",
  ".txt": "text/plain; charset=UTF-8",
  ".xml": "application/xml",
  ".zip": "application/zip",
  ".xls": "application/vnd.ms-excel",
  ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  ".xlsm": "application/vnd.ms-excel.sheet.macroenabled.12",
};

const NOT_FOUND = `<!DOCTYPE html>
<html lang="en"><head><meta charset="UTF-8"><title>Page Not Found</title></head>
<body><h1>Page Not Found</h1></body></html>
`;

/**
 * Serves `sources/sample/documents` on loopback in the layout of a mirror: `GET /www.bls.gov/ooh/a-z-index.htm`
 * answers for `https://www.bls.gov/ooh/a-z-index.htm`. Revalidation and compression work as they do upstream.
 * Port 0 (the default) takes any free port; `documents` is another folder of the same layout.
 */
export async function startSampleServer(
  options: { readonly port?: number; readonly documents?: string } = {},
): Promise<SampleServer> {
  const documents = options.documents ?? sampleDocuments();
  const server = createServer((request, response) => {
    answer(documents, request, response).catch((error: unknown) => response.destroy(error as Error));
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(options.port ?? 0, "127.0.0.1", resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
}

/** The build does not copy the documents: from `build/sources/sample` they are found in the package above it. */
export function sampleDocuments(): string {
  for (
    let folder = dirname(fileURLToPath(import.meta.url));
    folder !== dirname(folder);
    folder = dirname(folder)
  ) {
    const documents = join(folder, "sources", "sample", "documents");
    if (existsSync(join(folder, "package.json")) && existsSync(documents)) return documents;
  }
  throw new Error(
    `No package with sources/sample/documents above ${import.meta.url}. The sample cannot be served; reinstall the package.`,
  );
}

async function answer(documents: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.method !== "GET" && request.method !== "HEAD") {
    response.writeHead(405, { Allow: "GET, HEAD", "Content-Length": 0 }).end();
    return;
  }
  const path = documentAt(documents, request.url ?? "/");
  const found = path && (await readDocument(path));
  if (!found) {
    send(request, response, 404, { "Content-Type": "text/html; charset=UTF-8" }, Buffer.from(NOT_FOUND));
    return;
  }
  const { body, extension } = found;
  const hash = createHash("sha256").update(body).digest("hex").slice(0, 32);
  const etag = acceptsGzip(request) ? `"${hash}-gzip"` : `"${hash}"`; // strong, so one for each coding
  const validators = { ETag: etag, "Last-Modified": LAST_MODIFIED.toUTCString(), Vary: "Accept-Encoding" };
  if (isUnchanged(request, etag)) {
    response.writeHead(304, validators).end();
    return;
  }
  const mediaType = MEDIA_TYPES[extension] ?? "application/octet-stream";
  send(request, response, 200, { ...validators, "Content-Type": mediaType }, body);
}

/** A file, a page whose address has no ending, or a workbook that is kept as text. */
async function readDocument(
  path: string,
): Promise<{ readonly body: Buffer; readonly extension: string } | undefined> {
  for (const candidate of [path, `${path}.html`]) {
    const body = (await packDocument(candidate)) ?? (await readFile(candidate).catch(() => undefined));
    if (body !== undefined) return { body, extension: extname(candidate) };
  }
  return undefined;
}

/**
 * The file behind an address, or undefined where the address is not a plain path: every segment must be a name
 * that cannot lead out of the folder, so `..`, an encoded slash and a NUL byte all end as "not found". Where the real site
 * hands out files as `/file?uri=<path>`, the file lies at that path.
 */
function documentAt(documents: string, address: string): string | undefined {
  const [path = "", query = ""] = address.split("?", 2);
  const uri = new URLSearchParams(query).get("uri");
  const segments = (uri === null ? path : path.replace(/\/file$/, uri)).split("/").slice(1).map(decoded);
  return segments.every((segment) => segment !== undefined && /^[\w'()-]+(\.[\w'()-]+)*$/.test(segment))
    ? join(documents, ...(segments as string[]))
    : undefined;
}

function decoded(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment);
  } catch {
    return undefined;
  }
}

/** If-None-Match wins over If-Modified-Since (RFC 9110, section 13.2.2). */
function isUnchanged(request: IncomingMessage, etag: string): boolean {
  const tags = request.headers["if-none-match"];
  if (tags !== undefined) {
    return tags.split(",").some((tag) => ["*", etag].includes(tag.trim().replace(/^W\//, "")));
  }
  const since = request.headers["if-modified-since"];
  return since !== undefined && Date.parse(since) >= LAST_MODIFIED.getTime();
}

function send(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  headers: Readonly<Record<string, string>>,
  body: Buffer,
): void {
  const isGzipped = acceptsGzip(request);
  const sent = isGzipped ? gzipSync(body) : body;
  response.writeHead(status, {
    ...headers,
    ...(isGzipped && { "Content-Encoding": "gzip" }),
    "Content-Length": sent.length,
  });
  response.end(request.method === "HEAD" ? undefined : sent);
}

function acceptsGzip(request: IncomingMessage): boolean {
  const codings = String(request.headers["accept-encoding"] ?? "").split(",");
  return codings.some((coding) => /^\s*gzip\s*(;(?!\s*q=0(\.0*)?\s*$)|$)/i.test(coding));
}
