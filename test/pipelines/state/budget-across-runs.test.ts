import { expect, test } from "vitest";
import type { State } from "../../../pipelines/state/state.ts";
import {
  expectedData,
  failureOf,
  fetcherOf,
  sends,
  startPublisher,
} from "../../sources/fetching/publisher.ts";
import { newState } from "./new-state.ts";

const json = sends("{}", { "content-type": "application/json" });

test("what a run has asked of a host counts for the runs after it, until the next day", async () => {
  const publisher = await startPublisher({ "/a": json, "/b": json, "/c": json });
  const { reopen } = newState();
  const manners = [{ host: publisher.host, gapMilliseconds: 0, requestsPerDay: 3 }];
  /** A run with the state that the one before has left. */
  const runOn = (day: string, { budgets }: State = reopen()) =>
    fetcherOf(publisher, {
      manners,
      spent: {
        requestsToday: (host) => budgets.spent(host, day),
        count: (host) => budgets.count(host, day),
      },
    });
  const ask = ({ fetch }: ReturnType<typeof runOn>, path: string) =>
    fetch({ url: `${publisher.url}${path}`, expectation: expectedData });

  // robots.txt and one document, twice: the fourth request of the day is one too many.
  expect((await ask(runOn("2026-11-20"), "/a")).outcome).toBe("fetched");
  expect(failureOf(await ask(runOn("2026-11-20"), "/b")).kind).toBe("budget");
  expect(failureOf(await ask(runOn("2026-11-20"), "/c")).kind).toBe("budget");
  expect(publisher.asked()).toEqual(["/robots.txt", "/a", "/robots.txt"]);
  expect((await ask(runOn("2026-11-21"), "/b")).outcome).toBe("fetched");
});
