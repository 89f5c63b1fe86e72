import { readFileSync } from "node:fs";
import { request } from "node:http";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { main } from "../../../pipelines/main.ts";
import { createStore, HANDBOOK, publishRows, sourceRow } from "../published-store.ts";
import { runCommand, surroundingsOf } from "../run-command.ts";

const store = createStore();
let older: string;
let latest: string;

beforeAll(async () => {
  older = await publishRows(store, [sourceRow(), ...HANDBOOK]);
  latest = await publishRows(store, [sourceRow({ edition: "2025-35" }), ...HANDBOOK], "2026-11-24T02:15:00Z");
});
afterAll(() => store.remove());

/** Servers that a test has started. */
const running: { readonly end: () => Promise<{ readonly exit: number; readonly printed: string }> }[] = [];

afterEach(async () => {
  await Promise.all(running.splice(0).map(({ end }) => end()));
});

/** Starts the command and waits for the line that tells its address. */
async function serve(...options: readonly string[]) {
  return serveFrom(store.path, ...options);
}

async function serveFrom(path: string, ...options: readonly string[]) {
  const interrupt = new AbortController();
  let printed = "";
  let announced: (line: string) => void = () => undefined;
  const ready = new Promise<string>((resolve) => {
    announced = resolve;
  });
  const stdout = {
    write: (content: string | Uint8Array) => {
      printed += String(content);
      announced(printed);
    },
  };
  const surroundings = { ...surroundingsOf(stdout, stdout), signal: interrupt.signal };
  const ended = main(["serve", "--port", "0", "--json", "--store", path, ...options], surroundings);
  const end = async () => {
    interrupt.abort();
    const { exit } = await ended;
    return { exit, printed };
  };
  running.push({ end });
  const { url, version } = JSON.parse((await ready).split("\n")[0] ?? "") as { url: string; version: string };
  return { url, version, end };
}

/** A request whose path and headers are sent as they are. */
function ask(url: string, path: string, headers: Record<string, string> = {}, method = "GET") {
  const { hostname, port } = new URL(url);
  return new Promise<{ status: number; headers: Record<string, unknown>; body: Buffer }>(
    (resolve, reject) => {
      const asked = request({ hostname, port, path, method, headers }, (response) => {
        const chunks: Buffer[] = [];
        response.on("data", (chunk: Buffer) => chunks.push(chunk));
        response.on("end", () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: Buffer.concat(chunks),
          }),
        );
      });
      asked.on("error", reject);
      asked.end();
    },
  );
}

test("/ leads to the report of the latest version, and ends in good order when it is interrupted", async () => {
  const { url, end } = await serve();
  expect(await ask(url, "/")).toMatchObject({
    status: 302,
    headers: { location: `/versions/${latest}/report/` },
  });
  const page = await ask(url, `/versions/${latest}/report/`);
  expect(page.status).toBe(200);
  expect(page.headers["content-type"]).toBe("text/html; charset=utf-8");
  expect(page.body.toString()).toContain(latest);
  expect(await end()).toMatchObject({ exit: 0 });
});

test("files come as they were published, with a strict content security policy", async () => {
  const { url } = await serve();
  for (const path of ["SHA256SUMS", "json/us-ooh/actors.json", "report/site.js", "occupations.sqlite"]) {
    const { status, body, headers } = await ask(url, `/versions/${latest}/${path}`);
    expect(status).toBe(200);
    expect(body.equals(readFileSync(join(store.path, "latest", path)))).toBe(true);
    expect(headers["content-security-policy"]).toMatch(/^default-src 'none'; script-src 'self'/);
    expect(headers["x-content-type-options"]).toBe("nosniff");
  }
});

test("a file that the browser has is not sent again", async () => {
  const { url } = await serve();
  const path = `/versions/${latest}/report/site.js`;
  const gzip = { "accept-encoding": "gzip" };
  const first = await ask(url, path, gzip);
  expect(first.headers["content-encoding"]).toBe("gzip");
  const again = await ask(url, path, { ...gzip, "if-none-match": String(first.headers.etag) });
  expect(again).toMatchObject({ status: 304, body: Buffer.alloc(0) });
});

describe("nothing but the files of versions is served", () => {
  test.each([
    ["/../../etc/passwd", 404],
    ["/versions/../state.sqlite", 404],
    ["/versions/LATEST/../../index.json", 404],
    ["/versions/LATEST/..%2f..%2findex.json", 404],
    ["/versions/LATEST/%2e%2e/%2e%2e/index.json", 404],
    ["/versions/LATEST/report/..%5c..%5cindex.json", 404],
    ["/versions/LATEST//etc/passwd", 404],
    ["/versions/LATEST/report/site.js%00.html", 404],
    ["/versions/.staging-x/manifest.json", 404],
    ["/index.json", 404],
    ["/%zz", 400],
  ])("%s", async (path, status) => {
    const { url } = await serve();
    expect(await ask(url, path.replace("LATEST", latest))).toMatchObject({ status });
  });

  test("and nobody can write, or ask under another name", async () => {
    const { url } = await serve();
    expect(await ask(url, "/", {}, "POST")).toMatchObject({ status: 405, headers: { allow: "GET, HEAD" } });
    expect(await ask(url, "/", { host: "rebound.example" })).toMatchObject({ status: 421 });
  });
});

test("--version serves that version and no other", async () => {
  const { url, version } = await serve("--version", older);
  expect(version).toBe(older);
  expect(await ask(url, "/")).toMatchObject({ headers: { location: `/versions/${older}/report/` } });
  expect(await ask(url, `/versions/${latest}/report/`)).toMatchObject({ status: 404 });
});

test("a page goes on being served from its own version when a later one is published", async () => {
  const own = createStore();
  onTestFinished(() => own.remove());
  await publishRows(own, [sourceRow(), ...HANDBOOK]);
  const { url } = await serveFrom(own.path);
  const before = String((await ask(url, "/")).headers.location);
  const rows = [sourceRow({ edition: "2026-36" }), ...HANDBOOK];
  const next = await publishRows(own, rows, "2026-11-25T02:15:00Z");
  expect(String((await ask(url, "/")).headers.location)).toBe(`/versions/${next}/report/`);
  const page = await ask(url, before);
  expect(page.status).toBe(200);
  expect(page.body.toString()).not.toContain(next);
});

describe("what cannot be served is refused", () => {
  test.each([
    [["--port", "x"], '--port is "x"'],
    [["--port", "70000"], '--port is "70000"'],
    [["--version", "20200101T000000Z-00000000"], "holds no version"],
  ])("%j", async (options, words) => {
    const { exit, stderr } = await runCommand(["serve", "--store", store.path, ...options]);
    expect(exit).toBe(2);
    expect(stderr).toContain(words);
  });

  test("a port that is taken", async () => {
    const { url } = await serve();
    const { exit, stderr } = await runCommand(["serve", "--store", store.path, "--port", new URL(url).port]);
    expect(exit).toBe(2);
    expect(stderr).toContain("is taken");
  });
});
