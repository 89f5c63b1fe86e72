import { describe, expect, test } from "vitest";
import type { RobotsEntry } from "../../../sources/fetching/robots.ts";
import {
  bodyOf,
  expectedData,
  expectedPage,
  failureOf,
  fetcherOf,
  profilePage,
  sends,
  startPublisher,
  status,
} from "./publisher.ts";

const json = sends("{}", { "content-type": "application/json" });
const robots = (text: string, headers: Record<string, string> = {}) =>
  sends(text, { "content-type": "text/plain", ...headers });

describe("every request", () => {
  test("says who asks, what is wanted, and nothing more", async () => {
    const publisher = await startPublisher({ "/data": json });
    await fetcherOf(publisher).fetch({ url: `${publisher.url}/data`, expectation: expectedData });
    const [headers] = publisher.headersOf("/data");
    expect(headers).toEqual({
      host: publisher.host,
      connection: "keep-alive",
      "user-agent": "occupations/1.2.3 (data@example.org)",
      accept: "application/json, */*;q=0.1",
      "accept-encoding": "gzip",
    });
  });

  test("brings no cookies back", async () => {
    const cookie = sends("{}", { "content-type": "application/json", "set-cookie": "a=b" });
    const publisher = await startPublisher({ "/a": cookie, "/b": json });
    const { fetch } = fetcherOf(publisher);
    const first = await fetch({ url: `${publisher.url}/a`, expectation: expectedData });
    await fetch({ url: `${publisher.url}/b`, expectation: expectedData });
    expect(publisher.headersOf("/b")[0]?.cookie).toBeUndefined();
    expect(JSON.stringify(first)).not.toContain("a=b");
  });
});

describe("the queue of a publisher", () => {
  test("has one request at a time, the gap between starts, and robots.txt first", async () => {
    const slow = (body: string) => (response: Parameters<typeof json>[0]) => {
      setTimeout(() => response.writeHead(200, { "content-type": "application/json" }).end(body), 5);
    };
    const paths = ["/1", "/2", "/3", "/4"];
    const publisher = await startPublisher(Object.fromEntries(paths.map((path) => [path, slow("{}")])));
    const { fetch, time } = fetcherOf(publisher, { random: () => 0.5 });
    const expectation = expectedData;
    const outcomes = await Promise.all(
      paths.map((path) => fetch({ url: publisher.url + path, expectation })),
    );
    expect(outcomes.map(bodyOf)).toEqual(["{}", "{}", "{}", "{}"]);
    expect(publisher.asked()).toEqual(["/robots.txt", ...paths]);
    expect(publisher.load.most).toBe(1);
    expect(time.waits).toEqual([2200, 2200, 2200, 2200]);
  });

  test("is one for each host", async () => {
    const one = await startPublisher({ "/data": json });
    const other = await startPublisher({ "/data": json });
    const manners = [one, other].map(({ host }) => ({ host, gapMilliseconds: 2000, requestsPerDay: 10 }));
    const { fetch, fetcher, time } = fetcherOf(one, { manners });
    await fetch({ url: `${one.url}/data`, expectation: expectedData });
    await fetch({ url: `${other.url}/data`, expectation: expectedData });
    expect(time.waits).toEqual([2000, 2000]);
    expect(Object.keys(fetcher.statistics())).toEqual([one.host, other.host]);
  });

  test("of a host that two sources list keeps the stricter manners", async () => {
    const publisher = await startPublisher({ "/data": json });
    const { host } = publisher;
    const manners = [
      { host, gapMilliseconds: 100, requestsPerDay: 5 },
      { host, gapMilliseconds: 3000, requestsPerDay: 9 },
    ];
    const { fetch, time } = fetcherOf(publisher, { manners });
    await fetch({ url: `${publisher.url}/data`, expectation: expectedData });
    expect(time.waits).toEqual([3000]);
  });

  test("an address on a host that no source lists is a mistake of the program", async () => {
    const publisher = await startPublisher({});
    const { fetch } = fetcherOf(publisher);
    const request = { url: "https://elsewhere.example/", expectation: expectedData };
    await expect(fetch(request)).rejects.toThrow(/elsewhere\.example/);
    await expect(fetch({ ...request, url: "file:///etc/hosts" })).rejects.toThrow();
    expect(publisher.asked()).toEqual([]);
  });
});

describe("the budget", () => {
  test("counts every request of every run, and refuses what exceeds it", async () => {
    const publisher = await startPublisher({ "/data": json });
    let spent = 1;
    const options = {
      manners: [{ host: publisher.host, gapMilliseconds: 0, requestsPerDay: 3 }],
      spent: {
        requestsToday: () => spent,
        count: () => {
          spent += 1;
        },
      },
    };
    const { fetch, fetcher } = fetcherOf(publisher, options);
    const request = { url: `${publisher.url}/data`, expectation: expectedData };
    expect((await fetch(request)).outcome).toBe("fetched");
    const refused = failureOf(await fetch(request));
    expect(refused.kind).toBe("budget");
    expect(refused.message).toMatch(/3 requests.*tomorrow/);
    expect(publisher.asked()).toHaveLength(2);
    expect(fetcher.statistics()[publisher.host]?.parked).toBeUndefined();
  });

  test("that is used up before robots.txt was asked comes back with the next day", async () => {
    const publisher = await startPublisher({ "/data": json });
    const manners = [{ host: publisher.host, gapMilliseconds: 0, requestsPerDay: 2 }];
    const { fetch, time } = fetcherOf(publisher, { manners });
    const request = { url: `${publisher.url}/data`, expectation: expectedData };
    await fetch(request);
    expect(failureOf(await fetch(request)).kind).toBe("budget");
    time.pass(24 * 3600 * 1000);
    expect((await fetch(request)).outcome).toBe("fetched");
  });
});

describe("robots.txt", () => {
  const request = (publisher: { url: string }, path = "/data") => ({
    url: publisher.url + path,
    expectation: expectedData,
  });

  test("closes addresses to us, and leaves the others open", async () => {
    const rules = "\uFEFFUser-agent: *\nDisallow: /*print*\nDisallow: /private\nAllow: /private/open\n";
    const publisher = await startPublisher({
      "/robots.txt": robots(rules),
      "/data": json,
      "/private/open": json,
    });
    const { fetch } = fetcherOf(publisher);
    for (const path of ["/reprints", "/private", "/private/x"]) {
      const refused = failureOf(await fetch(request(publisher, path)));
      expect(refused.kind).toBe("robots");
      expect(refused.message).toContain(path);
    }
    expect((await fetch(request(publisher))).outcome).toBe("fetched");
    expect((await fetch(request(publisher, "/private/open"))).outcome).toBe("fetched");
    expect(publisher.asked()).toEqual(["/robots.txt", "/data", "/private/open"]);
  });

  test("can speak to us by name", async () => {
    const rules = "User-agent: *\nDisallow:\n\nUser-agent: Occupations\nDisallow: /\n";
    const publisher = await startPublisher({ "/robots.txt": robots(rules), "/data": json });
    expect(failureOf(await fetcherOf(publisher).fetch(request(publisher))).kind).toBe("robots");
  });

  test.each([400, 401, 404, 410, 418])("that is answered with %d has no rules", async (code) => {
    const publisher = await startPublisher({ "/robots.txt": status(code), "/data": json });
    expect((await fetcherOf(publisher).fetch(request(publisher))).outcome).toBe("fetched");
  });

  test("that is a page saying “not found” has no rules", async () => {
    const soft404 = sends("<html><title>Page not found</title></html>");
    const publisher = await startPublisher({ "/robots.txt": soft404, "/data": json });
    expect((await fetcherOf(publisher).fetch(request(publisher))).outcome).toBe("fetched");
  });

  test.each([
    ["a fault of the server", status(503)],
    ["a page of HTML", sends("<html><title>Welcome</title></html>")],
    ["an unasked 304", status(304)],
    ["more than 512 KiB", robots("# ".padEnd(600_000, "x"))],
    [
      "a broken connection",
      (response: Parameters<typeof json>[0]) => void response.socket?.resetAndDestroy(),
    ],
  ])("that cannot be read, because of %s, closes the host for the run", async (_, reply) => {
    const publisher = await startPublisher({ "/robots.txt": reply, "/data": json });
    const { fetch, fetcher } = fetcherOf(publisher);
    const first = failureOf(await fetch(request(publisher)));
    expect(first.kind).toBe("robots");
    expect(first.message).toMatch(/nothing may be asked/i);
    const second = failureOf(await fetch(request(publisher)));
    expect(second.kind).toBe("parked");
    expect(second.message).toContain(first.message);
    expect(fetcher.statistics()[publisher.host]?.parked).toBe(first.message);
    expect(publisher.askedFor("/data")).toBe(0);
  });

  test("that is refused with 403 means that the host blocks us", async () => {
    const publisher = await startPublisher({ "/robots.txt": status(403) });
    expect(failureOf(await fetcherOf(publisher).fetch(request(publisher))).kind).toBe("blocked");
    expect(publisher.asked()).toEqual(["/robots.txt"]);
  });

  test("can ask for a larger gap than ours", async () => {
    const publisher = await startPublisher({
      "/robots.txt": robots("User-agent: *\nCrawl-delay: 10\n"),
      "/data": json,
    });
    const { fetch, time } = fetcherOf(publisher);
    await fetch(request(publisher));
    await fetch(request(publisher));
    expect(time.waits).toEqual([10_000, 10_000]);
  });

  test.each(["86400", "Infinity"])("that asks for a gap of %s seconds parks the host", async (delay) => {
    const publisher = await startPublisher({ "/robots.txt": robots(`User-agent: *\nCrawl-delay: ${delay}`) });
    expect(failureOf(await fetcherOf(publisher).fetch(request(publisher))).kind).toBe("robots");
  });

  test("is asked once a run, and conditionally where it is known", async () => {
    const entries = new Map<string, RobotsEntry>();
    const robotsStore = {
      read: (host: string) => entries.get(host),
      write: (host: string, entry: RobotsEntry) => void entries.set(host, entry),
    };
    const etag = '"rules-1"';
    const publisher = await startPublisher({
      "/robots.txt": (response, asked, nth) =>
        asked.headers["if-none-match"] === etag
          ? status(304)(response, asked, nth)
          : robots("User-agent: *\nDisallow: /closed", { etag })(response, asked, nth),
      "/data": json,
    });
    for (const run of [1, 2]) {
      const { fetch } = fetcherOf(publisher, { robotsStore });
      await Promise.all([fetch(request(publisher)), fetch(request(publisher))]);
      expect(failureOf(await fetch(request(publisher, "/closed"))).kind).toBe("robots");
      expect(publisher.askedFor("/robots.txt")).toBe(run);
    }
    expect(publisher.headersOf("/robots.txt").map((headers) => headers["if-none-match"])).toEqual([
      undefined,
      etag,
    ]);
    expect(entries.get(publisher.host)).toMatchObject({ text: "User-agent: *\nDisallow: /closed" });
  });
});

describe("what is known already", () => {
  test("is asked for with the validators exactly as they were sent", async () => {
    const publisher = await startPublisher({ "/page": status(304) });
    const validators = { etag: 'W/"a b"', lastModified: "Thu, 28 Aug 2025 14:00:00 GMT" };
    const { fetch } = fetcherOf(publisher);
    const outcome = await fetch({ url: `${publisher.url}/page`, expectation: expectedPage, validators });
    expect(outcome).toMatchObject({ outcome: "unchanged" });
    expect(publisher.headersOf("/page")[0]).toMatchObject({
      "if-none-match": 'W/"a b"',
      "if-modified-since": "Thu, 28 Aug 2025 14:00:00 GMT",
    });
  });

  test("comes with the validators of what was received", async () => {
    const etag = '"1"';
    const lastModified = "Thu, 28 Aug 2025 14:00:00 GMT";
    const publisher = await startPublisher({
      "/page": (response, asked, nth) =>
        sends(profilePage("/page"), { etag, "last-modified": lastModified })(response, asked, nth),
    });
    const url = `${publisher.url}/page`;
    const outcome = await fetcherOf(publisher).fetch({ url, expectation: expectedPage });
    expect(outcome).toMatchObject({
      response: {
        url,
        finalUrl: url,
        status: 200,
        mediaType: "text/html",
        validators: { etag, lastModified },
        fetchedAt: "2026-11-23T12:00:02.000Z",
        headers: { etag, "content-type": "text/html; charset=utf-8" },
      },
    });
  });

  test("a 304 that nobody asked for is a lie", async () => {
    const publisher = await startPublisher({ "/page": status(304) });
    const { fetch } = fetcherOf(publisher);
    const unusable = { etag: "caf\u00e9\n", lastModified: undefined };
    for (const validators of [undefined, unusable]) {
      const outcome = await fetch({ url: `${publisher.url}/page`, expectation: expectedPage, validators });
      expect(outcome).toMatchObject({ outcome: "failed", kind: "status", status: 304 });
    }
  });
});
