import { readFileSync } from "node:fs";
import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";
import { startSampleServer } from "../../../sources/sample/server.ts";
import { type Misbehaviour, redirectsTo, replaceOrThrow, sendDocument } from "./misbehaviours.ts";

const HOST = "/www.bls.gov";
const DOCUMENTS = new URL("../../../sources/sample/documents", import.meta.url);

export const ROBOTS = "/robots.txt";
export const INDEX = "/ooh/a-z-index.htm";
export const NURSES = "/ooh/healthcare/registered-nurses.htm";
export const ACTORS = "/ooh/entertainment-and-sports/actors.htm";
export const CHEFS = "/ooh/food-preparation-and-serving/chefs-and-head-cooks.htm";
export const DEVELOPERS = "/ooh/computer-and-information-technology/software-developers.htm";

/** Profiles that the index of the sample lists. */
export const PROFILES = 12;
/** robots.txt, the index and the profiles: what a whole round asks for. */
export const DOCUMENTS_OF_A_ROUND = PROFILES + 2;

export const addressOf = (page: string): string => `https://www.bls.gov${page}`;

/** One request, as the publisher saw it, and the status that it was answered with. */
export type AskedRequest = {
  readonly page: string;
  readonly etag: string | undefined;
  readonly status: number;
};

/** The sample behind a publisher whose pages change, and who can misbehave. Closed with the test. */
export type HostileSample = Awaited<ReturnType<typeof startHostileSample>>;

export async function startHostileSample() {
  const sample = await startSampleServer();
  const changed = new Map<string, string>();
  const misbehaving = new Map<string, Misbehaviour>();
  const asked: AskedRequest[] = [];
  const textOf = (page: string) =>
    changed.get(page) ?? readFileSync(`${DOCUMENTS.pathname}${HOST}${page}`, "utf8");
  const server = createServer((incoming, response) => {
    const page = (incoming.url ?? "").slice(HOST.length);
    const etag = incoming.headers["if-none-match"];
    response.on("close", () => asked.push({ page, etag, status: response.statusCode }));
    const misbehave = misbehaving.get(page);
    const text = changed.get(page);
    if (misbehave !== undefined) misbehave(response, textOf(page), incoming);
    else if (text !== undefined) sendDocument(incoming, response, text);
    else passOn(sample.url, incoming, response);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  onTestFinished(async () => {
    server.closeAllConnections();
    server.close();
    await sample.close();
  });
  return {
    /** What `--mirror` is given. */
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked: () => asked,
    /** The requests that were answered with a body. */
    delivered: () => asked.filter(({ status }) => status === 200).map(({ page }) => page),
    askedFor: (page: string) => asked.filter((one) => one.page === page),
    forget: () => void asked.splice(0),
    /** From now on the page reads otherwise. */
    edit: (page: string, edits: Readonly<Record<string, string>>) => {
      const text = Object.entries(edits).reduce(
        (before, [from, to]) => replaceOrThrow(before, from, to),
        textOf(page),
      );
      changed.set(page, text);
    },
    /** From now on the page lacks what the pattern matches. */
    drop: (page: string, pattern: RegExp) => {
      const text = textOf(page);
      if (!pattern.test(text)) throw new Error(`${page} has nothing like ${pattern}`);
      changed.set(page, text.replace(pattern, ""));
    },
    misbehave: (page: string, misbehaviour: Misbehaviour) => void misbehaving.set(page, misbehaviour),
    /** From now on the page is at another address, and the old one leads there. The index stays as it is. */
    move: (from: string, to: string) => {
      changed.set(to, replaceOrThrow(textOf(from), from, to));
      misbehaving.set(from, redirectsTo(addressOf(to)));
    },
    /** From now on the publisher sends what it always sent, for one page or for all. */
    restore: (page?: string) => {
      for (const map of [changed, misbehaving]) page === undefined ? map.clear() : map.delete(page);
    },
  };
}

function passOn(sampleUrl: string, incoming: IncomingMessage, response: ServerResponse): void {
  const { method, headers } = incoming;
  request(`${sampleUrl}${incoming.url}`, { method, headers }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
  }).end();
}
