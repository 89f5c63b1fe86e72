import { createServer } from "node:http";
import { createServer as createTcpServer } from "node:net";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import {
  bodyOf,
  expectedData,
  expectedPage,
  failureOf,
  fetcherOf,
  inOrder,
  listen,
  profilePage,
  type Reply,
  sends,
  startPublisher,
} from "./publisher.ts";

const json = { "content-type": "application/json" };
const data = JSON.stringify({ words: "weaver ".repeat(2000) });
const whole = sends(data, json);

async function fetchFrom(reply: Reply, limits = {}) {
  const publisher = await startPublisher({ "/data": reply });
  const { fetch, fetcher } = fetcherOf(publisher, { limits });
  const outcome = await fetch({ url: `${publisher.url}/data`, expectation: expectedData });
  return { outcome, attempts: publisher.askedFor("/data"), statistics: fetcher.statistics()[publisher.host] };
}

const silent: Reply = () => undefined;
const stalling: Reply = (response) => {
  response.writeHead(200, { ...json, "content-length": "100" }).write("{");
};
const dripping: Reply = (response) => {
  response.writeHead(200, { ...json, "content-length": "10000" });
  const drip = setInterval(() => response.write(" "), 5);
  response.on("close", () => clearInterval(drip));
};
const resetInHeaders: Reply = (response) => {
  const { socket } = response;
  socket?.write("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Len", () => {
    setTimeout(() => socket.resetAndDestroy(), 10);
  });
};
const resetInBody: Reply = (response) => {
  response.writeHead(200, { ...json, "content-length": String(data.length) });
  response.write(data.slice(0, 100), () => {
    setTimeout(() => response.socket?.resetAndDestroy(), 10);
  });
};
const cutByLength: Reply = (response) => {
  response.writeHead(200, { ...json, "content-length": String(data.length) });
  response.write(data.slice(0, 100), () => response.destroy());
};
const cutInChunks: Reply = (response) => {
  response.writeHead(200, json).write(data.slice(0, 100), () => response.destroy());
};
const cutGzip: Reply = (response, request, nth) => {
  const half = gzipSync(data).subarray(0, 40);
  sends(half, { ...json, "content-encoding": "gzip" })(response, request, nth);
};
const damagedGzip: Reply = (response, request, nth) => {
  const packed = gzipSync(data);
  packed[packed.length - 6] = (packed[packed.length - 6] ?? 0) ^ 0xff;
  sends(packed, { ...json, "content-encoding": "gzip" })(response, request, nth);
};
const endless: Reply = (response) => {
  response.writeHead(200, json);
  const more = () => {
    while (!response.destroyed && response.write(Buffer.alloc(65_536, " ")));
  };
  response.on("drain", more);
  more();
};

describe("a transfer that fails for the moment", () => {
  test.each([
    ["no answer", "timeout", silent, 4],
    ["a body that stops", "timeout", stalling, 4],
    ["a reset in the headers", "network", resetInHeaders, 4],
    ["a reset in the body", "network", resetInBody, 4],
    ["a body shorter than its Content-Length", "not-whole", cutByLength, 4],
    ["a body without its last chunk", "not-whole", cutInChunks, 4],
    ["a gzip stream that is cut off", "not-whole", cutGzip, 4],
    ["a gzip stream with a wrong checksum", "not-whole", damagedGzip, 4],
  ])("(%s) is a failure (%s) after all attempts", async (_, kind, reply, expected) => {
    const limits = { headersMilliseconds: 200, bodyIdleMilliseconds: 200 };
    const { outcome, attempts } = await fetchFrom(reply, limits);
    expect(failureOf(outcome).kind).toBe(kind);
    expect(failureOf(outcome).message).toContain("/data");
    expect(attempts).toBe(expected);
  });

  test.each([silent, stalling, resetInHeaders, resetInBody, cutByLength, cutInChunks, cutGzip])(
    "(case %#) is forgotten as soon as an attempt brings the whole",
    async (reply) => {
      const { outcome, attempts } = await fetchFrom(inOrder(reply, whole));
      expect(bodyOf(outcome)).toBe(data);
      expect(attempts).toBe(2);
    },
  );

  test("is asked for from its beginning, never by Range", async () => {
    const publisher = await startPublisher({ "/data": inOrder(cutByLength, whole) });
    await fetcherOf(publisher).fetch({ url: `${publisher.url}/data`, expectation: expectedData });
    expect(publisher.headersOf("/data").map((headers) => headers.range)).toEqual([undefined, undefined]);
  });

  test("by dripping ends with the time of an attempt, and is tried once more", async () => {
    const { outcome, attempts } = await fetchFrom(dripping, { attemptMilliseconds: 50 });
    expect(failureOf(outcome)).toMatchObject({
      kind: "timeout",
      message: expect.stringContaining("0.05 seconds"),
    });
    expect(attempts).toBe(2);
  });

  test("because nobody listens is a network failure", async () => {
    const server = createServer();
    const host = `127.0.0.1:${await listen(server)}`;
    server.close();
    const { fetch } = fetcherOf({ host });
    const failure = failureOf(await fetch({ url: `http://${host}/data`, expectation: expectedData }));
    expect(failure).toMatchObject({ kind: "robots", message: expect.stringContaining("ECONNREFUSED") });
  });

  test.each([
    ["is none of HTTP", "220 mail.example ESMTP\r\n"],
    ["ends in the middle of the headers", "HTTP/1.1 200 OK\r\nContent-Type: text/pl"],
    ["has headers without an end", `HTTP/1.1 200 OK\r\nX: ${"x".repeat(100_000)}`],
    ["has two lengths", "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab"],
    ["changes the protocol", "HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n"],
    ["is empty", ""],
  ])("because the answer %s is an outcome as well", async (_, answer) => {
    const server = createTcpServer((socket) => socket.on("data", () => socket.end(answer)));
    const host = `127.0.0.1:${await listen(server)}`;
    const { fetch } = fetcherOf({ host });
    const failure = failureOf(await fetch({ url: `http://${host}/data`, expectation: expectedData }));
    expect(failure).toMatchObject({ kind: "robots", message: expect.stringContaining("could not be read") });
  });

  test.each([
    ["in the middle of a chunk", "64\r\n{"],
    ["between two chunks", "1\r\n{\r\n"],
    ["where a chunk's length should be", "1\r\n{\r\nxyz\r\n"],
  ])("because chunks end %s is not whole", async (_, chunks) => {
    const head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n";
    const { outcome, attempts } = await fetchFrom((response) => void response.socket?.end(head + chunks));
    expect(failureOf(outcome).kind).toBe("not-whole");
    expect(attempts).toBe(4);
  });

  test("for five documents in a row parks the host", async () => {
    const paths = ["/1", "/2", "/3", "/4", "/5", "/6"];
    const publisher = await startPublisher(Object.fromEntries(paths.map((path) => [path, resetInHeaders])));
    const { fetch } = fetcherOf(publisher, { limits: { maximumAttempts: 1 } });
    const outcomes = await Promise.all(
      paths.map((path) => fetch({ url: publisher.url + path, expectation: expectedData })),
    );
    const kinds = outcomes.map((outcome) => failureOf(outcome).kind);
    expect(kinds).toEqual(["network", "network", "network", "network", "network", "parked"]);
  });
});

describe("a body that is too large", () => {
  const bomb = gzipSync(Buffer.alloc(50_000_000));

  test.each<[string, Reply]>([
    [
      "by its own account",
      (response) => void response.writeHead(200, { ...json, "content-length": "1000000000" }).write(" "),
    ],
    ["without an end", endless],
    ["once it is unpacked", sends(bomb, { ...json, "content-encoding": "gzip" })],
  ])("(%s) is left unread, and not tried again", async (_, reply) => {
    const { outcome, attempts, statistics } = await fetchFrom(reply);
    expect(failureOf(outcome)).toMatchObject({
      kind: "too-large",
      message: expect.stringContaining("maximum"),
    });
    expect(attempts).toBe(1);
    expect(statistics?.bytes).toBeLessThan(400_000);
  });
});

describe("a body that arrives", () => {
  test("packed is unpacked, and counted as it was transferred", async () => {
    const packed = gzipSync(data);
    const { outcome, statistics } = await fetchFrom(sends(packed, { ...json, "content-encoding": "gzip" }));
    expect(bodyOf(outcome)).toBe(data);
    expect(statistics?.bytes).toBe(packed.length + "User-agent: *\nDisallow:\n".length);
  });

  test("packed in a way that we did not offer is refused", async () => {
    const { outcome, attempts } = await fetchFrom(sends("x", { ...json, "content-encoding": "br" }));
    expect(failureOf(outcome)).toMatchObject({
      kind: "not-the-document",
      message: expect.stringContaining("br"),
    });
    expect(attempts).toBe(1);
  });

  test("complete by its framing but without its end is tried once more", async () => {
    const page = profilePage("/page");
    const publisher = await startPublisher({ "/page": sends(page.slice(0, 100)) });
    const { fetch } = fetcherOf(publisher);
    const outcome = await fetch({ url: `${publisher.url}/page`, expectation: expectedPage });
    expect(failureOf(outcome).kind).toBe("not-whole");
    expect(publisher.askedFor("/page")).toBe(2);
  });
});
