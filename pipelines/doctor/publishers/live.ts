import { existsSync } from "node:fs";
import { join } from "node:path";
import type { SpentRequests } from "../../../sources/fetching/ask-host.ts";
import { createFetcher } from "../../../sources/fetching/create-fetcher.ts";
import type { FetchedResponse, Fetcher } from "../../../sources/fetching/fetcher.ts";
import { DocumentError } from "../../../sources/reading/document-error.ts";
import { StoreHeldError } from "../../errors/store-held-error.ts";
import { withStore } from "../../lock.ts";
import { SOURCES } from "../../registry.ts";
import { inState } from "../../state/in-state.ts";
import { STATE_VERSION } from "../../state/schema.ts";
import { openState } from "../../state/state.ts";
import { TOOL_VERSION } from "../../tool-version.ts";
import { type DoctorCheck, type Examined, error, type Finding, ok, warning } from "../doctor-check.ts";
import { type SamplePage, samplePages } from "./sample-pages.ts";

/**
 * Asks every host for one document, as politely as a run: is it there, is it allowed, does it have what the readers need,
 * of which edition is it. Requests count against the budget of the day; nothing that comes is kept.
 */
export const liveCheck: DoctorCheck = {
  area: "publishers",
  name: "live",
  look: async (examined) => {
    const { store, now } = examined;
    if (!hasBudgets(store)) return askAll(examined, undefined);
    try {
      const run = { command: "doctor --live", startedAt: now().toISOString() };
      return await withStore(store, run, () => askCounting(examined));
    } catch (thrown) {
      if (!(thrown instanceof StoreHeldError)) throw thrown;
      return [warning(`Nobody was asked: ${thrown.message}`, "Run it again when that has ended.")];
    }
  },
};

/** A state that is missing, or of an older program, is left alone: then nobody counts. */
function hasBudgets(store: string): boolean {
  return existsSync(store) && inState(store, () => true, false, { oldest: STATE_VERSION });
}

async function askCounting(examined: Examined): Promise<readonly Finding[]> {
  const state = openState(join(examined.store, "state.sqlite"));
  const today = () => examined.now().toISOString().slice(0, 10);
  try {
    return await askAll(examined, {
      requestsToday: (host) => state.budgets.spent(host, today()),
      count: (host) => state.budgets.count(host, today()),
    });
  } finally {
    state.close();
  }
}

async function askAll(
  { contact, mirror, signal, now }: Examined,
  spent: SpentRequests | undefined,
): Promise<readonly Finding[]> {
  const fetcher = createFetcher({
    ...{ contact, mirror, signal, toolVersion: TOOL_VERSION, clock: now },
    manners: SOURCES.flatMap(({ source }) => source.hosts),
    ...(spent !== undefined && { spent }),
  });
  try {
    return (await Promise.all(samplePages().map((page) => askPage(fetcher, page)))).flat();
  } finally {
    await fetcher.close();
  }
}

async function askPage(fetcher: Fetcher, page: SamplePage): Promise<readonly Finding[]> {
  const { url, host, kind, registered } = page;
  const expectation = registered.source.readers[kind]?.expectation;
  if (expectation === undefined) throw new Error(`${registered.source.id} has no reader for ${kind}`);
  const outcome = await fetcher.fetch({ url, expectation });
  if (outcome.outcome === "failed") return [error(outcome.message, adviceFor(outcome.kind, host))];
  if (outcome.outcome === "unchanged") return [ok(`${url} has not changed.`)];
  return [reached(outcome.response), readFinding(page, outcome.response)];
}

/** "www.bls.gov answers, robots.txt allows it: https://… (200, 81,234 bytes, ETag, no Last-Modified)" */
function reached({ url, status, body, validators }: FetchedResponse): Finding {
  const { etag, lastModified } = validators;
  const signs = [
    etag === undefined ? "no ETag" : `ETag ${etag}`,
    lastModified === undefined ? "no Last-Modified" : `Last-Modified ${lastModified}`,
  ].join(", ");
  const size = body.byteLength.toLocaleString("en-US");
  return ok(
    `${new URL(url).host} answers, and its robots.txt allows ${url}: ${status}, ${size} bytes, ${signs}.`,
  );
}

/** The expectation held, landmarks and all; now the reader itself, and the rules within the document. */
function readFinding({ registered, kind, url }: SamplePage, response: FetchedResponse): Finding {
  const { source, normalise } = registered;
  try {
    const { mediaType, body } = response;
    const reading = source.readers[kind]?.read({ url, mediaType, body });
    const facts = normalise(kind, reading?.extract, { id: "0".repeat(16), sourceId: source.id });
    const remarks = reading?.remarks.map(({ message }) => message) ?? [];
    const edition = facts.edition ?? "none that the document tells";
    if (remarks.length === 0) return ok(`${source.id} can read it. Edition: ${edition}.`);
    return warning(
      `${source.id} reads it (edition: ${edition}), and met what it does not know: ${remarks.join(" ")}`,
      `Look at ${url}; nothing is lost by it.`,
    );
  } catch (thrown) {
    if (!(thrown instanceof DocumentError)) throw thrown;
    return error(
      `${source.id} can no longer read it: ${thrown.message}`,
      `The publisher has changed the page. Put the reader in sources/${source.id}/ right; until then its last good facts stand in.`,
    );
  }
}

function adviceFor(kind: string, host: string): string {
  switch (kind) {
    case "blocked":
    case "rate-limited":
      return `Wait a day. Look at ${host} in a browser, and see that --contact is a mailbox that is read.`;
    case "robots":
      return `Look at https://${host}/robots.txt; where it has closed the document, ask the publisher.`;
    case "network":
    case "timeout":
      return `Check this machine's network, proxy and name server; look at ${host} in a browser.`;
    case "budget":
      return "Run it again tomorrow.";
    default:
      return "Look at the address in a browser: the document has moved, or is not what it was. The reader's expectation is in sources/.";
  }
}
