import { describe, expect, test } from "vitest";
import {
  bodyOf,
  expectedData,
  expectedPage,
  failureOf,
  fetcherOf,
  inOrder,
  sends,
  startPublisher,
  status,
} from "./publisher.ts";

const json = sends("{}", { "content-type": "application/json" });
const request = (publisher: { url: string }, path = "/data") => ({
  url: publisher.url + path,
  expectation: expectedData,
});

describe("a publisher that turns us away", () => {
  test("with 403 is not asked again, in this run", async () => {
    const publisher = await startPublisher({ "/data": status(403), "/other": json });
    const { fetch, fetcher, events } = fetcherOf(publisher);
    const blocked = failureOf(await fetch(request(publisher)));
    expect(blocked).toMatchObject({ kind: "blocked", status: 403 });
    const parked = failureOf(await fetch(request(publisher, "/other")));
    expect(parked).toMatchObject({ kind: "parked", status: undefined });
    expect(parked.message).toContain(blocked.message);
    expect(publisher.asked()).toEqual(["/robots.txt", "/data"]);
    expect(fetcher.statistics()[publisher.host]).toMatchObject({ requests: 2, parked: blocked.message });
    expect(events).toContainEqual({ event: "parked", host: publisher.host, reason: blocked.message });
  });

  test("is given a contact, is the advice to those who gave none", async () => {
    const publisher = await startPublisher({ "/data": status(403) });
    const { fetch } = fetcherOf(publisher, { contact: undefined });
    expect(failureOf(await fetch(request(publisher))).message).toMatch(/require.*--contact/);
  });

  test("with a block page of status 200 is not asked again", async () => {
    const denied = sends("<html><title>Access Denied</title><h1>Access Denied</h1>Reference #1</html>");
    const publisher = await startPublisher({ "/page": denied });
    const { fetch } = fetcherOf(publisher);
    const page = { url: `${publisher.url}/page`, expectation: expectedPage };
    expect(failureOf(await fetch(page))).toMatchObject({ kind: "blocked", status: 200 });
    expect(failureOf(await fetch(page)).kind).toBe("parked");
    expect(publisher.askedFor("/page")).toBe(1);
  });

  test("leaves those who wait in the queue unasked", async () => {
    const publisher = await startPublisher({ "/data": status(403), "/1": json, "/2": json });
    const { fetch } = fetcherOf(publisher);
    const outcomes = await Promise.all(["/data", "/1", "/2"].map((path) => fetch(request(publisher, path))));
    expect(outcomes.map((outcome) => failureOf(outcome).kind)).toEqual(["blocked", "parked", "parked"]);
  });
});

describe("a publisher that wants to be asked less often", () => {
  test("in seconds is waited for, with the whole queue", async () => {
    const publisher = await startPublisher({
      "/data": inOrder(status(429, { "retry-after": "60" }), json),
      "/other": json,
    });
    const { fetch, fetcher, time, events } = fetcherOf(publisher);
    const outcomes = await Promise.all([fetch(request(publisher)), fetch(request(publisher, "/other"))]);
    expect(outcomes.map(bodyOf)).toEqual(["{}", "{}"]);
    expect(publisher.asked()).toEqual(["/robots.txt", "/data", "/data", "/other"]);
    expect(time.waits).toEqual([2000, 60_500, 2000]);
    expect(fetcher.statistics()[publisher.host]?.retries).toBe(1);
    expect(events).toContainEqual(expect.objectContaining({ event: "retrying", waitMilliseconds: 60_500 }));
  });

  test("until a date is waited for, by the publisher's own clock", async () => {
    const headers = {
      "retry-after": "Fri, 31 Dec 1999 23:59:59 GMT",
      date: "Fri, 31 Dec 1999 23:59:29 GMT",
    };
    const publisher = await startPublisher({ "/data": inOrder(status(429, headers), json) });
    const { fetch, time } = fetcherOf(publisher);
    expect(bodyOf(await fetch(request(publisher)))).toBe("{}");
    expect(time.waits).toEqual([2000, 30_500]);
  });

  test("without saying when is left alone for half a minute", async () => {
    const publisher = await startPublisher({ "/data": inOrder(status(429), json) });
    const { fetch, time } = fetcherOf(publisher);
    expect(bodyOf(await fetch(request(publisher)))).toBe("{}");
    expect(time.waits).toEqual([2000, 30_500]);
  });

  test("and says so a second time is not asked again, in this run", async () => {
    const busy = status(429, { "retry-after": "1" });
    const publisher = await startPublisher({ "/1": inOrder(busy, json), "/2": busy, "/3": json });
    const { fetch } = fetcherOf(publisher);
    const outcomes = await Promise.all(["/1", "/2", "/3"].map((path) => fetch(request(publisher, path))));
    expect(outcomes[0]?.outcome).toBe("fetched");
    expect(outcomes[1]).toMatchObject({ kind: "rate-limited", status: 429 });
    expect(outcomes[2]).toMatchObject({ kind: "parked" });
    expect(publisher.askedFor("/2")).toBe(1);
  });

  test("counts as one where requests through a mirror are refused together", async () => {
    const paths = ["/site/1", "/site/2", "/site/3"];
    const busy = status(429, { "retry-after": "1" });
    const publisher = await startPublisher(
      Object.fromEntries(paths.map((path) => [path, inOrder(busy, json)])),
    );
    const manners = [{ host: "site", gapMilliseconds: 2000, requestsPerDay: 1 }];
    const { fetch } = fetcherOf(publisher, { mirror: new URL(publisher.url), manners });
    const outcomes = await Promise.all(
      paths.map((path) => fetch({ url: `https:/${path}`, expectation: expectedData })),
    );
    expect(outcomes.map(bodyOf)).toEqual(["{}", "{}", "{}"]);
  });

  test.each([429, 503])("with %d for longer than a run waits is parked instead", async (code) => {
    const publisher = await startPublisher({ "/data": status(code, { "retry-after": "3600" }) });
    const { fetch, fetcher, time } = fetcherOf(publisher);
    const failure = failureOf(await fetch(request(publisher)));
    expect(failure.kind).toBe(code === 429 ? "rate-limited" : "status");
    expect(failure.message).toContain("3600 seconds");
    expect(fetcher.statistics()[publisher.host]?.parked).toBe(failure.message);
    expect(time.waits).toEqual([2000]);
  });
});

describe("a server with a fault of its own", () => {
  test("is asked again after growing pauses, and recovers", async () => {
    const publisher = await startPublisher({ "/data": inOrder(status(503), status(500), status(502), json) });
    const { fetch, time } = fetcherOf(publisher);
    expect(bodyOf(await fetch(request(publisher)))).toBe("{}");
    // The gap first; each pause of our own is part of the next gap.
    expect(time.waits).toEqual([2000, 500, 1500, 1000, 1000, 2000]);
  });

  test("that goes on is given up after the last attempt", async () => {
    const publisher = await startPublisher({ "/data": status(503) });
    const { fetch, fetcher } = fetcherOf(publisher);
    const failure = failureOf(await fetch(request(publisher)));
    expect(failure).toMatchObject({ kind: "status", status: 503 });
    expect(failure.message).toMatch(/503.*4 times/);
    expect(publisher.askedFor("/data")).toBe(4);
    expect(fetcher.statistics()[publisher.host]).toMatchObject({
      requests: 5,
      retries: 3,
      parked: undefined,
    });
  });

  test("that says when to come back is asked then", async () => {
    const publisher = await startPublisher({
      "/data": inOrder(status(503, { "retry-after": "7" }), json),
    });
    const { fetch, time } = fetcherOf(publisher);
    expect(bodyOf(await fetch(request(publisher)))).toBe("{}");
    expect(time.waits).toEqual([2000, 7500]);
  });
});

describe("any other status", () => {
  test.each([404, 410])("%d means that the document is gone, and is not retried", async (code) => {
    const publisher = await startPublisher({ "/data": status(code) });
    expect(failureOf(await fetcherOf(publisher).fetch(request(publisher)))).toMatchObject({
      kind: "gone",
      status: code,
    });
    expect(publisher.askedFor("/data")).toBe(1);
  });

  test.each([201, 204, 206, 300, 400, 401, 418, 451])("%d brings no document", async (code) => {
    const publisher = await startPublisher({ "/data": status(code) });
    expect(failureOf(await fetcherOf(publisher).fetch(request(publisher)))).toMatchObject({
      kind: "status",
      status: code,
    });
    expect(publisher.askedFor("/data")).toBe(1);
  });
});
