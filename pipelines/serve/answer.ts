import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { isText, mediaTypeOf } from "./media-types.ts";
import type { ServedFile, ServedVersion } from "./served-version.ts";

/** Where the versions are. */
export type Versions = {
  /** The id of the version that `/` leads to. */
  readonly current: () => Promise<string>;
  readonly open: (id: string) => ServedVersion | undefined;
};

/** Sent with every answer. The site asks nobody else for anything, and no other site may show or read it. */
const ALWAYS: Readonly<Record<string, string>> = {
  "Content-Security-Policy":
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Cross-Origin-Opener-Policy": "same-origin",
};

/** Answers a request for a file of a version. Nothing that a version doesn't list can be asked for. */
export async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  versions: Versions,
): Promise<void> {
  for (const [name, value] of Object.entries(ALWAYS)) response.setHeader(name, value);
  if (!isLoopbackName(request.headers.host))
    return say(response, 421, "This server answers on loopback only.");
  if (request.method !== "GET" && request.method !== "HEAD") {
    response.setHeader("Allow", "GET, HEAD");
    return say(response, 405, "Versions can be read, not changed: GET and HEAD only.");
  }
  const path = pathOf(request.url ?? "/");
  if (path === undefined) return say(response, 400, "The address cannot be read.");
  if (path === "") return lead(response, `/versions/${await versions.current()}/report/`);
  const [, id = "", file = ""] = /^versions\/([^/]+)(?:\/(.*))?$/s.exec(path) ?? [];
  const version = versions.open(id);
  if (version === undefined)
    return say(response, 404, "No version of this name is served here. / leads to one.");
  if (file === "" || file === "report") return lead(response, `/versions/${id}/report/`);
  const found = version.file(file.endsWith("/") ? `${file}index.html` : file);
  if (found === undefined) return say(response, 404, missing(id, file));
  await send(request, response, found);
}

/** A site elsewhere that gives its own name our address could otherwise read the answers. */
function isLoopbackName(host: string | undefined): boolean {
  return /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/i.test(host ?? "");
}

/** The path without its first slash, escapes resolved once; `undefined` where they are broken. */
function pathOf(url: string): string | undefined {
  try {
    return decodeURIComponent(url.replace(/[?#].*$/s, "").replace(/^\//, ""));
  } catch {
    return undefined;
  }
}

function missing(id: string, file: string): string {
  return file === "report/"
    ? `Version ${id} was published before versions had a site. The next one that is published has it.`
    : `Version ${id} has no such file. SHA256SUMS lists those that it has.`;
}

function say(response: ServerResponse, status: number, words: string): void {
  response.writeHead(status, { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store" });
  response.end(`${words}\n`);
}

function lead(response: ServerResponse, path: string): void {
  response.writeHead(302, { Location: path, "Cache-Control": "no-store" });
  response.end();
}

async function send(request: IncomingMessage, response: ServerResponse, file: ServedFile): Promise<void> {
  const { size } = await stat(file.path);
  const mediaType = mediaTypeOf(file.path);
  const isGzipped = isText(mediaType) && /\bgzip\b/.test(String(request.headers["accept-encoding"] ?? ""));
  const tag = `"${file.sha256.slice(0, 32)}${isGzipped ? "-gzip" : ""}"`;
  response.setHeader("ETag", tag);
  response.setHeader("Cache-Control", "no-cache");
  if (isText(mediaType)) response.setHeader("Vary", "Accept-Encoding");
  if (request.headers["if-none-match"]?.includes(tag)) {
    response.writeHead(304).end();
    return;
  }
  response.setHeader("Content-Type", mediaType);
  if (isGzipped) response.setHeader("Content-Encoding", "gzip");
  else response.setHeader("Content-Length", size);
  response.writeHead(200);
  if (request.method === "HEAD") response.end();
  else if (isGzipped) await pipeline(createReadStream(file.path), createGzip(), response);
  else await pipeline(createReadStream(file.path), response);
}
