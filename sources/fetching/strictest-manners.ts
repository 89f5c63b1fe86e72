import type { HostManners } from "../source.ts";

/** Sources may share a host: the largest gap and the smallest budget that any of them asks for count. */
export function strictestManners(manners: readonly HostManners[]): Iterable<HostManners> {
  const byHost = new Map<string, HostManners>();
  for (const one of manners) {
    const other = byHost.get(one.host) ?? one;
    byHost.set(one.host, {
      host: one.host,
      gapMilliseconds: Math.max(one.gapMilliseconds, other.gapMilliseconds),
      requestsPerDay: Math.min(one.requestsPerDay, other.requestsPerDay),
    });
  }
  return byHost.values();
}
