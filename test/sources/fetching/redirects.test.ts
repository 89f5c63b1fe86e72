import { describe, expect, test } from "vitest";
import {
  expectedPage,
  failureOf,
  fetcherOf,
  inOrder,
  profilePage,
  type Reply,
  sends,
  startPublisher,
} from "./publisher.ts";

const site = "https://www.bls.gov";
const real = `${site}/ooh/weavers.htm`;
const asked = "/www.bls.gov/ooh/weavers.htm";
const leadsTo = (location: string, code = 301) => sends("moved", { location }, code);
const page = sends(profilePage(real));

/** Through a mirror, so that addresses can be the publisher's own. */
async function fetchWith(replies: Record<string, Reply>) {
  const publisher = await startPublisher(replies);
  const manners = [{ host: "www.bls.gov", gapMilliseconds: 2000, requestsPerDay: 100 }];
  const { fetch } = fetcherOf(publisher, { mirror: new URL(publisher.url), manners });
  const outcome = await fetch({ url: real, expectation: expectedPage });
  return { outcome, publisher };
}

describe("a redirect to the same document", () => {
  test.each([
    [`${real}/`, `${asked}/`, `${real}/`],
    ["weavers%2Ehtm", "/www.bls.gov/ooh/weavers%2Ehtm", `${site}/ooh/weavers%2Ehtm`],
    ["https://bls.gov/ooh/weavers.htm", "/bls.gov/ooh/weavers.htm", "https://bls.gov/ooh/weavers.htm"],
  ])("(%s) is followed, and the place where it was found is recorded", async (location, path, finalUrl) => {
    const { outcome } = await fetchWith({ [asked]: leadsTo(location), [path]: page });
    expect(outcome).toMatchObject({ outcome: "fetched", response: { url: real, finalUrl } });
  });

  test("from http to https is followed on the publisher's own server", async () => {
    const publisher = await startPublisher({});
    const manners = [{ host: "www.bls.gov", gapMilliseconds: 0, requestsPerDay: 100 }];
    const mirrored = await startPublisher({ [asked]: inOrder(leadsTo(real, 308), page) });
    const { fetch } = fetcherOf(publisher, { mirror: new URL(mirrored.url), manners });
    const outcome = await fetch({ url: real.replace("https:", "http:"), expectation: expectedPage });
    expect(outcome).toMatchObject({ outcome: "fetched", response: { finalUrl: real } });
  });

  test("that the mirror makes on its own account is translated back", async () => {
    const publisher = await startPublisher({
      [asked]: (response, request, nth) => leadsTo(`${publisher.url}${asked}/`)(response, request, nth),
      [`${asked}/`]: page,
    });
    const manners = [{ host: "www.bls.gov", gapMilliseconds: 0, requestsPerDay: 100 }];
    const { fetch } = fetcherOf(publisher, { mirror: new URL(publisher.url), manners });
    const outcome = await fetch({ url: real, expectation: expectedPage });
    expect(outcome).toMatchObject({ response: { finalUrl: `${real}/` } });
  });
});

describe("a redirect to anything else", () => {
  test.each([
    ["another page", `${site}/oes/tables.htm`],
    ["another host", "https://data.bls.gov/ooh/weavers.htm"],
    ["ever new addresses", `${real}?hop=1`],
    ["the page without encryption", real.replace("https:", "http:")],
  ])("(%s) is not followed, and is named", async (_, location) => {
    const { outcome, publisher } = await fetchWith({ [asked]: leadsTo(location, 302) });
    const failure = failureOf(outcome);
    expect(failure).toMatchObject({ kind: "redirected-away", status: 302 });
    expect(failure.message).toContain(`${real} leads to ${location}`);
    expect(publisher.asked()).toHaveLength(2);
  });

  test("to another document tells its address, for whoever can judge whether that is the same thing", async () => {
    const { outcome } = await fetchWith({ [asked]: leadsTo("/ooh/spinners.htm", 301) });
    expect(failureOf(outcome)).toMatchObject({ leadsTo: new URL("/ooh/spinners.htm", site).href });
  });

  test("to the page for missing pages means that the document is gone", async () => {
    const { outcome } = await fetchWith({ [asked]: leadsTo("/explore-careers/alerts/404", 302) });
    const failure = failureOf(outcome);
    expect(failure.kind).toBe("gone");
    expect(failure.message).toContain("/explore-careers/alerts/404");
  });

  test("to itself is a circle", async () => {
    const { outcome, publisher } = await fetchWith({ [asked]: leadsTo(real, 302) });
    expect(failureOf(outcome)).toMatchObject({
      kind: "redirected-away",
      message: expect.stringContaining("circle"),
    });
    expect(publisher.askedFor(asked)).toBe(1);
  });

  test("to and fro is a circle", async () => {
    const { outcome } = await fetchWith({ [asked]: leadsTo(`${real}/`), [`${asked}/`]: leadsTo(real) });
    expect(failureOf(outcome).message).toContain("circle");
  });

  test("on and on ends after five", async () => {
    const hops = Object.fromEntries(
      [0, 1, 2, 3, 4, 5, 6].map((n) => [asked + "/".repeat(n), leadsTo(real + "/".repeat(n + 1))]),
    );
    const { outcome, publisher } = await fetchWith(hops);
    expect(failureOf(outcome).kind).toBe("redirected-away");
    expect(publisher.asked()).toHaveLength(1 + 6);
  });

  test.each([{}, { location: "https://:bad:" }])("nowhere (%j) brings no document", async (headers) => {
    const { outcome } = await fetchWith({ [asked]: sends("moved", headers, 301) });
    expect(failureOf(outcome).kind).toBe("redirected-away");
  });
});
