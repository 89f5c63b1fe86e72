import { expect, test } from "vitest";
import {
  bodyOf,
  expectedData,
  failureOf,
  fetcherOf,
  type Reply,
  sends,
  startPublisher,
} from "./publisher.ts";

const hosts = ["www.bls.gov", "www.ons.gov.uk"];
const manners = hosts.map((host) => ({ host, gapMilliseconds: 2000, requestsPerDay: 1 }));
const data = sends("{}", { "content-type": "application/json" });

/** Answers once so many wait for an answer, and those have had time to come that should not. */
function answersTogether(count: number): Reply {
  let waiting: (() => void)[] = [];
  return (...request) => {
    waiting.push(() => data(...request));
    if (waiting.length < count) return;
    const answers = waiting;
    waiting = [];
    setTimeout(() => {
      for (const answer of answers) answer();
    }, 20);
  };
}

test("through a mirror there is no gap and no budget, and at most eight are asked at a time", async () => {
  const paths = Array.from({ length: 40 }, (_, n) => `${hosts[n % 2]}/${n}?x=${n}`);
  const reply = answersTogether(8);
  const publisher = await startPublisher(Object.fromEntries(paths.map((path) => [`/copy/${path}`, reply])));
  const { fetch, time } = fetcherOf(publisher, { manners, mirror: new URL(`${publisher.url}/copy/`) });
  const outcomes = await Promise.all(
    paths.map((path) => fetch({ url: `https://${path}`, expectation: expectedData })),
  );
  expect(outcomes.map(bodyOf)).toEqual(paths.map(() => "{}"));
  expect(time.waits).toEqual([]);
  expect(publisher.load.most).toBe(8);
  expect(publisher.askedFor("/copy/www.bls.gov/robots.txt")).toBe(1);
  expect(outcomes[0]).toMatchObject({
    response: { url: "https://www.bls.gov/0?x=0", finalUrl: "https://www.bls.gov/0?x=0" },
  });
});

test("what is wrong with the mirror is not laid at the publisher's door", async () => {
  const publisher = await startPublisher({
    "/www.bls.gov/data": (response) => void response.socket?.resetAndDestroy(),
  });
  const { fetch } = fetcherOf(publisher, { manners, mirror: new URL(publisher.url) });
  const failure = failureOf(await fetch({ url: "https://www.bls.gov/data", expectation: expectedData }));
  expect(failure.message).toContain(`https://www.bls.gov/data: the mirror ${publisher.url} reset`);
});

test("the rules that a mirror passes on are not taken for the publisher's own", async () => {
  const publisher = await startPublisher({ "/www.bls.gov/data": data });
  const keys: string[] = [];
  const robotsStore = { read: () => undefined, write: (key: string) => void keys.push(key) };
  const { fetch } = fetcherOf(publisher, { manners, mirror: new URL(publisher.url), robotsStore });
  await fetch({ url: "https://www.bls.gov/data", expectation: expectedData });
  expect(keys).toEqual([`${publisher.url}/www.bls.gov/robots.txt`]);
});
