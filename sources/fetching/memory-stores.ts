import type { SpentRequests } from "./ask-host.ts";
import type { RobotsEntry, RobotsStore } from "./robots.ts";

/** For those who fetch without a store of their own: forgotten with the process. */
export function rememberRobotsInMemory(): RobotsStore {
  const entries = new Map<string, RobotsEntry>();
  return { read: (host) => entries.get(host), write: (host, entry) => void entries.set(host, entry) };
}

/** A day is a day of UTC. */
export function countSpentInMemory(clock: () => Date): SpentRequests {
  const counts = new Map<string, number>();
  const keyOf = (host: string) => `${clock().toISOString().slice(0, 10)} ${host}`;
  return {
    requestsToday: (host) => counts.get(keyOf(host)) ?? 0,
    count: (host) => void counts.set(keyOf(host), (counts.get(keyOf(host)) ?? 0) + 1),
  };
}
