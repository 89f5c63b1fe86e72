import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { serveMetrics } from "../../../pipelines/monitoring/metrics-server.ts";
import { programRegistry } from "../../../pipelines/program-registry.ts";
import { temporaryFolder } from "../../sinks/temporary-folder.ts";
import { createStore, publishRows, sourceRow, type TestStore } from "../published-store.ts";

let published: TestStore;
beforeAll(async () => {
  published = createStore();
  await publishRows(published, [sourceRow()]);
});
afterAll(() => published.remove());

async function serve(store: string, now: string) {
  const world = { store, registry: programRegistry, now: () => new Date(now) };
  const server = await serveMetrics({ world, port: 0 });
  onTestFinished(() => server.close());
  return server.url;
}

test("of a fresh dataset /healthz says 200, and /metrics tells the same", async () => {
  const url = await serve(published.path, "2026-11-23T03:00:00Z");
  const health = await fetch(`${url}/healthz`);
  expect([health.status, await health.json()]).toMatchObject([200, { state: "fresh", problems: [] }]);
  const metrics = await fetch(`${url}/metrics?x=1`);
  expect(metrics.headers.get("content-type")).toBe("text/plain; version=0.0.4; charset=utf-8");
  expect(await metrics.text()).toContain('occupations_state{state="fresh"} 1\n');
});

test("of a stale one it says 503, and why", async () => {
  const url = await serve(published.path, "2026-11-25T03:00:00Z");
  const health = await fetch(`${url}/healthz`);
  expect([health.status, await health.json()]).toMatchObject([
    503,
    { state: "stale", problems: ["The sources were last looked at 48 hours ago; 36h are allowed."] },
  ]);
});

test("where the store cannot be read the server goes on, and says so", async () => {
  const store = temporaryFolder();
  writeFileSync(join(store, "state.sqlite"), "this is no database ".repeat(100));
  const url = await serve(store, "2026-11-25T03:00:00Z");
  const [health, metrics] = await Promise.all([fetch(`${url}/healthz`), fetch(`${url}/metrics`)]);
  expect([health.status, metrics.status]).toEqual([503, 500]);
  expect(await health.json()).toMatchObject({
    state: "unknown",
    problems: [expect.stringContaining("damaged")],
  });
});

test("it listens on this machine only, and knows two addresses and two methods", async () => {
  const url = await serve(published.path, "2026-11-23T03:00:00Z");
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  expect((await fetch(`${url}/`)).status).toBe(404);
  expect((await fetch(`${url}/metrics`, { method: "POST" })).status).toBe(405);
  const head = await fetch(`${url}/metrics`, { method: "HEAD" });
  expect([head.status, await head.text()]).toEqual([200, ""]);
});

test("a port that is taken is told in words", async () => {
  const url = await serve(published.path, "2026-11-23T03:00:00Z");
  const world = { store: published.path, registry: programRegistry, now: () => new Date() };
  const again = serveMetrics({ world, port: Number(new URL(url).port) });
  await expect(again).rejects.toMatchObject({ name: "UsageError", code: "port-taken" });
});
