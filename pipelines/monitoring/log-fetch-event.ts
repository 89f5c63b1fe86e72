import type { FetchEvent } from "../../sources/fetching/fetch-event.ts";
import type { Registry } from "../world.ts";
import type { Log } from "./log.ts";

/** A line for each answer, each repetition and each host that is not asked any more. */
export function logFetchEvent(log: Log, happened: FetchEvent, registry: Registry): void {
  const { event, ...fields } = happened;
  const source = "url" in happened ? registry.sourceOf(happened.url)?.source.id : undefined;
  log.write(levelOf(happened), event, { ...(source !== undefined && { source }), ...rounded(fields) });
}

function levelOf(happened: FetchEvent): "info" | "warn" | "error" {
  if (happened.event === "parked") return "error";
  if (happened.event === "retrying") return "warn";
  return happened.status >= 400 ? "warn" : "info";
}

function rounded(fields: object): object {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [
      name,
      typeof value === "number" ? Math.round(value) : value,
    ]),
  );
}
