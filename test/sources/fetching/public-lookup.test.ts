import type { LookupAddress } from "node:dns";
import { describe, expect, onTestFinished, test } from "vitest";
import { createFetcher } from "../../../sources/fetching/create-fetcher.ts";
import { isPublic } from "../../../sources/fetching/public-lookup.ts";
import { expectedPage, failureOf, profilePage, sends, startPublisher } from "./publisher.ts";
import { stoppedTime } from "./stopped-time.ts";

test.each([
  "127.0.0.1",
  "127.8.9.1",
  "0.0.0.0",
  "10.1.2.3",
  "172.16.0.1",
  "192.168.1.1",
  "169.254.169.254",
  "100.64.0.1",
  "224.0.0.1",
  "240.0.0.1",
  "255.255.255.255",
  "::",
  "::1",
  "fe80::1",
  "fc00::1",
  "fd12:3456::1",
  "ff02::1",
  "::ffff:127.0.0.1",
  "::ffff:10.0.0.1",
  "64:ff9b::10.0.0.1",
  "2002:7f00:1::",
  "no address",
])("%s is not on the public internet", (address) => {
  expect(isPublic(address)).toBe(false);
});

test.each(["23.56.104.9", "2a02:26f0:1180::1", "::ffff:23.56.104.9", "64:ff9b::23.56.104.9"])(
  "%s is on the public internet",
  (address) => {
    expect(isPublic(address)).toBe(true);
  },
);

/** A publisher's name, and what the name server says to it. */
function fetcherWith(answers: Error | readonly LookupAddress[], mirror?: string) {
  const time = stoppedTime();
  const asked: string[] = [];
  const fetcher = createFetcher({
    toolVersion: "1.2.3",
    contact: "data@example.org",
    manners: [{ host: "weavers.example", gapMilliseconds: 0, requestsPerDay: 100 }],
    ...time,
    random: () => 0,
    ...(mirror !== undefined && { mirror: new URL(mirror) }),
    lookUp: (host, _, tell) => {
      asked.push(host);
      if (answers instanceof Error) tell(answers, []);
      else tell(null, [...answers]);
    },
  });
  onTestFinished(() => fetcher.close());
  return {
    asked,
    fetch: () => fetcher.fetch({ url: "http://weavers.example/a", expectation: expectedPage }),
  };
}

describe("a publisher whose name leads", () => {
  test.each([
    ["to this machine", ["127.0.0.1"]],
    ["to the metadata of a cloud", ["169.254.169.254"]],
    ["outside and inside at once", ["23.56.104.9", "10.0.0.7"]],
  ])("%s is not connected to", async (_, addresses) => {
    const { fetch } = fetcherWith(addresses.map((address) => ({ address, family: 4 })));
    const { kind, message } = failureOf(await fetch());
    expect(kind).toBe("robots");
    expect(message).toContain(
      `weavers.example is at ${addresses.at(-1)}, which is not on the public internet`,
    );
  });

  test("nowhere fails as a name that is not there", async () => {
    const missing = Object.assign(new Error("getaddrinfo ENOTFOUND weavers.example"), { code: "ENOTFOUND" });
    const { fetch } = fetcherWith(missing);
    expect(failureOf(await fetch()).message).toContain("ENOTFOUND");
  });

  test("anywhere is not looked up where a mirror is asked instead", async () => {
    const page = profilePage("http://weavers.example/a");
    const mirror = await startPublisher({ "/weavers.example/a": sends(page) });
    const { asked, fetch } = fetcherWith([{ address: "127.0.0.1", family: 4 }], mirror.url);
    expect(await fetch()).toMatchObject({ outcome: "fetched" });
    expect(asked).toEqual([]);
  });
});
