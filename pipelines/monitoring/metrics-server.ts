import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { UsageError } from "../errors/usage-error.ts";
import { type MaxAge, storeStatus, usualMaxAge } from "../status/store-status.ts";
import { collectMetrics, type MetricsWorld } from "./metrics.ts";

/** What a long-running process serves beside its work. */
export type MetricsOrder = {
  readonly world: MetricsWorld;
  /** 0: any that is free. */
  readonly port: number;
  readonly maxAge?: MaxAge;
};

export type MetricsServer = { readonly url: string; readonly close: () => Promise<void> };

type Answer = { readonly status: number; readonly type: string; readonly body: string };

const TEXT = "text/plain; charset=utf-8";
const JSON_TYPE = "application/json; charset=utf-8";
/** The text format of Prometheus. */
const METRICS_TYPE = "text/plain; version=0.0.4; charset=utf-8";

/**
 * Serves `/metrics` for Prometheus and `/healthz` for supervisors, on this machine only. `/healthz` judges as `status`
 * does: 200 where the dataset is fresh, 503 where it is stale or degraded, or where nobody can tell.
 *
 * @throws UsageError where the port is taken.
 */
export async function serveMetrics({
  world,
  port,
  maxAge = usualMaxAge,
}: MetricsOrder): Promise<MetricsServer> {
  const answers: Readonly<Record<string, () => Promise<Answer>>> = {
    "/metrics": shared(() => metricsAnswer(world, maxAge)),
    "/healthz": shared(() => healthAnswer(world, maxAge)),
  };
  const server = createServer((request, response) => void answer(request, response, answers));
  await listen(server, port);
  const { port: taken } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${taken}`, close: () => closeServer(server) };
}

/** Those who ask at the same time get the same answer: it takes a look at the whole store. */
function shared(work: () => Promise<Answer>): () => Promise<Answer> {
  let pending: Promise<Answer> | undefined;
  return () => {
    pending ??= work().finally(() => {
      pending = undefined;
    });
    return pending;
  };
}

async function metricsAnswer(world: MetricsWorld, maxAge: MaxAge): Promise<Answer> {
  try {
    return { status: 200, type: METRICS_TYPE, body: await collectMetrics(world, maxAge) };
  } catch (error) {
    return { status: 500, type: TEXT, body: `The metrics cannot be computed: ${messageOf(error)}\n` };
  }
}

async function healthAnswer(world: MetricsWorld, maxAge: MaxAge): Promise<Answer> {
  try {
    const { state, problems, version, checked_at, age_seconds } = await storeStatus(world, maxAge);
    const body = `${JSON.stringify({ state, problems, version, checked_at, age_seconds })}\n`;
    return { status: state === "fresh" ? 200 : 503, type: JSON_TYPE, body };
  } catch (error) {
    const body = `${JSON.stringify({ state: "unknown", problems: [messageOf(error)] })}\n`;
    return { status: 503, type: JSON_TYPE, body };
  }
}

async function answer(
  { method, url = "/" }: IncomingMessage,
  response: ServerResponse,
  answers: Readonly<Record<string, () => Promise<Answer>>>,
): Promise<void> {
  const work = answers[url.split("?", 1)[0] ?? ""];
  if (method !== "GET" && method !== "HEAD")
    response.writeHead(405, { allow: "GET, HEAD", "content-type": TEXT }).end("Only GET and HEAD.\n");
  else if (work === undefined)
    response.writeHead(404, { "content-type": TEXT }).end("There are /metrics and /healthz.\n");
  else {
    const { status, type, body } = await work();
    const headers = {
      "content-type": type,
      "content-length": Buffer.byteLength(body),
      "cache-control": "no-store",
    };
    response.writeHead(status, headers).end(method === "HEAD" ? undefined : body);
  }
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", (error) =>
      reject(
        new UsageError(
          `Metrics cannot be served on port ${port} of this machine (${messageOf(error)}). Choose another port.`,
          "port-taken",
        ),
      ),
    );
    server.listen(port, "127.0.0.1", resolve);
  });
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
