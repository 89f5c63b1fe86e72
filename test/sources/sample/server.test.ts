import { readFile } from "node:fs/promises";
import { type IncomingHttpHeaders, request } from "node:http";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type SampleServer, startSampleServer } from "../../../sources/sample/server.ts";

const NURSES = "/www.bls.gov/ooh/healthcare/registered-nurses.htm";
const documents = new URL("../../../sources/sample/documents/", import.meta.url);
let server: SampleServer;

beforeAll(async () => {
  server = await startSampleServer();
});

afterAll(() => server.close());

/** Sends the path as it stands: `fetch` would tidy up `..` and decode gzip before we see them. */
function ask(path: string, headers: Record<string, string> = {}, method = "GET") {
  const { hostname, port } = new URL(server.url);
  return new Promise<{ status: number; headers: IncomingHttpHeaders; body: Buffer }>((resolve, reject) => {
    request({ hostname, port, path, headers, method }, async (response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of response) chunks.push(chunk as Buffer);
      resolve({
        status: response.statusCode ?? 0,
        headers: response.headers,
        body: Buffer.concat(chunks),
      });
    })
      .on("error", reject)
      .end();
  });
}

describe("the sample upstream", () => {
  test("serves a document under its host and path, byte for byte", async () => {
    const page = await ask(NURSES);
    expect(page.status).toBe(200);
    expect(page.headers["content-type"]).toBe("text/html; charset=UTF-8");
    expect(page.headers["last-modified"]).toBe("Thu, 28 Aug 2025 12:00:00 GMT");
    expect(page.body).toEqual(await readFile(new URL(`.${NURSES}`, documents)));
  });

  test("serves robots.txt as text", async () => {
    const robots = await ask("/www.bls.gov/robots.txt");
    expect(robots.headers["content-type"]).toBe("text/plain; charset=UTF-8");
    expect(robots.body.toString()).toContain("User-agent: *");
  });

  test("serves every profile that its index lists", async () => {
    const index = (await ask("/www.bls.gov/ooh/a-z-index.htm")).body.toString();
    const list = index.slice(index.indexOf('class="a-z-list"'));
    const profiles = new Set([...list.matchAll(/<li><a href="(\/ooh\/[^"]+)">/g)].map(([, path]) => path));
    expect(profiles.size).toBe(12);
    for (const path of profiles) expect((await ask(`/www.bls.gov${path}`)).status).toBe(200);
  });

  test("answers 304 to the ETag or the date that it gave", async () => {
    const { headers } = await ask(NURSES);
    const etag = String(headers.etag);
    const date = String(headers["last-modified"]);
    expect(etag).toMatch(/^"[0-9a-f]+"$/);
    const byTag = await ask(NURSES, { "If-None-Match": `"other", ${etag}` });
    expect([byTag.status, byTag.headers.etag, byTag.body.length]).toEqual([304, etag, 0]);
    expect((await ask(NURSES, { "If-Modified-Since": date })).status).toBe(304);
    expect((await ask(NURSES, { "If-None-Match": '"other"', "If-Modified-Since": date })).status).toBe(200);
    expect((await ask(NURSES, { "If-Modified-Since": "Wed, 01 Jan 2025 00:00:00 GMT" })).status).toBe(200);
  });

  test("compresses only for those who accept it", async () => {
    const plain = await ask(NURSES, { "Accept-Encoding": "gzip;q=0, br" });
    expect(plain.headers["content-encoding"]).toBeUndefined();
    const small = await ask(NURSES, { "Accept-Encoding": "br, gzip" });
    expect(small.headers["content-encoding"]).toBe("gzip");
    expect(small.headers["content-length"]).toBe(String(small.body.length));
    expect(gunzipSync(small.body)).toEqual(plain.body);
    expect(small.headers.etag).not.toBe(plain.headers.etag);
    const again = await ask(NURSES, {
      "Accept-Encoding": "gzip",
      "If-None-Match": String(small.headers.etag),
    });
    expect(again.status).toBe(304);
  });

  test("answers HEAD without a body", async () => {
    const head = await ask(NURSES, {}, "HEAD");
    expect([head.status, head.body.length]).toEqual([200, 0]);
    expect(Number(head.headers["content-length"])).toBeGreaterThan(10_000);
  });

  test.each(["POST", "PUT", "DELETE"])("refuses %s", async (method) => {
    const refused = await ask(NURSES, {}, method);
    expect([refused.status, refused.headers.allow]).toEqual([405, "GET, HEAD"]);
  });

  test.each([
    "/",
    "/www.bls.gov",
    "/www.bls.gov/ooh/",
    "/www.bls.gov/ooh/healthcare/no-such-page.htm",
    "/www.bls.gov/../../server.ts",
    "/www.bls.gov/%2e%2e/%2e%2e/server.ts",
    "/www.bls.gov/..%2f..%2fserver.ts",
    "/www.bls.gov/..\\..\\server.ts",
    "/www.bls.gov/robots.txt%00.htm",
    "//www.bls.gov/robots.txt",
  ])("has nothing at %s", async (path) => {
    const missing = await ask(path);
    expect(missing.status).toBe(404);
    expect(missing.headers.etag).toBeUndefined();
    expect(missing.body.toString()).toContain("Page Not Found");
  });
});
