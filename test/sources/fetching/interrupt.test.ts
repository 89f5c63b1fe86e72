import { describe, expect, test } from "vitest";
import { sleepAtLeast } from "../../../sources/fetching/sleep.ts";
import { expectedData, fetcherOf, type Reply, sends, startPublisher, status } from "./publisher.ts";

const json = sends("{}", { "content-type": "application/json" });
const reason = new Error("interrupted");

/** Resolves when the reply has been asked for. */
function announced(reply: Reply): { reply: Reply; asked: Promise<void> } {
  let tell: (() => void) | undefined;
  const asked = new Promise<void>((resolve) => {
    tell = resolve;
  });
  return {
    asked,
    reply: (...exchange) => {
      reply(...exchange);
      tell?.();
    },
  };
}

describe("an interrupt", () => {
  test.each<[string, Reply]>([
    ["an answer", () => undefined],
    ["the rest of a body", (response) => void response.writeHead(200).write("{")],
    ["the end of a Retry-After", status(429, { "retry-after": "200" })],
    ["another attempt", status(503)],
    ["the next turn", json],
  ])("while waiting for %s rejects everything that is pending, with its reason", async (_, reply) => {
    const first = announced(reply);
    const publisher = await startPublisher({ "/first": first.reply, "/second": json });
    const interrupt = new AbortController();
    const manners = [{ host: publisher.host, gapMilliseconds: 40, requestsPerDay: 10 }];
    const { fetch } = fetcherOf(publisher, {
      manners,
      signal: interrupt.signal,
      sleep: sleepAtLeast,
      monotonic: () => performance.now(),
    });
    const request = (path: string) => ({ url: publisher.url + path, expectation: expectedData });
    const pending = Promise.allSettled([fetch(request("/first")), fetch(request("/second"))]);
    await first.asked;
    await new Promise((resolve) => setTimeout(resolve, 10));
    interrupt.abort(reason);
    const [, second] = await pending;
    expect(second).toEqual({ status: "rejected", reason });
    expect(publisher.askedFor("/second")).toBe(0);
    await expect(fetch(request("/second"))).rejects.toBe(reason);
  });
});

test("a fetcher that is closed says so", async () => {
  const publisher = await startPublisher({ "/data": json });
  const { fetcher } = fetcherOf(publisher);
  await fetcher.close();
  const request = { url: `${publisher.url}/data`, expectation: expectedData };
  await expect(fetcher.fetch(request)).rejects.toThrow(/closed/);
});

test("a store that fails is no publisher's fault, and rejects", async () => {
  const publisher = await startPublisher({ "/data": json });
  const full = new Error("the disk is full");
  const robotsStore = {
    read: () => undefined,
    write: () => {
      throw full;
    },
  };
  const { fetch } = fetcherOf(publisher, { robotsStore });
  await expect(fetch({ url: `${publisher.url}/data`, expectation: expectedData })).rejects.toBe(full);
});
