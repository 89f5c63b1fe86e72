import { cpSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sampleDocuments, startSampleServer } from "../../sources/sample/server.ts";
import type { Misbehaviour } from "../pipelines/refresh/misbehaviours.ts";

/** One request, as the publishers saw it. */
export type Asked = {
  /** `www.bls.gov/ooh/a-z-index.htm` */
  readonly address: string;
  readonly host: string;
  readonly status: number;
  readonly isConditional: boolean;
  readonly userAgent: string;
  /** Requests under way when this one came, all hosts together, this one included. */
  readonly atTheSameTime: number;
};

/** All publishers of the sample, on loopback, in the layout of a mirror. They can misbehave, and their documents can change. */
export type Upstream = {
  /** What `--mirror` is given. */
  readonly url: string;
  readonly asked: () => readonly Asked[];
  readonly forget: () => void;
  /** Addresses (`www.bls.gov/ooh/…`) that match are answered so from now on; the rule made last comes first. */
  readonly misbehave: (address: RegExp, misbehaviour: Misbehaviour) => void;
  /** From now on a document reads otherwise. */
  readonly edit: (address: string, change: (text: string) => string) => void;
  /** Everybody behaves again; documents that were edited stay so. */
  readonly behave: () => void;
  /** Every document is again what the sample has. */
  readonly restore: () => void;
  readonly close: () => Promise<void>;
};

export async function startUpstream(): Promise<Upstream> {
  const documents = mkdtempSync(join(tmpdir(), "upstream-"));
  const restore = () => cpSync(sampleDocuments(), documents, { recursive: true });
  restore();
  const sample = await startSampleServer({ documents });
  const asked: Asked[] = [];
  let rules: { readonly address: RegExp; readonly misbehaviour: Misbehaviour }[] = [];
  let underWay = 0;
  const server = createServer((incoming, response) => {
    const address = (incoming.url ?? "/").slice(1);
    underWay += 1;
    const atTheSameTime = underWay;
    response.on("close", () => {
      underWay -= 1;
      asked.push({ ...askedBy(incoming, address), status: response.statusCode, atTheSameTime });
    });
    const rule = rules.find((one) => one.address.test(address));
    if (rule === undefined) passOn(sample.url, incoming, response);
    else rule.misbehaviour(response, textAt(documents, address), incoming);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked: () => asked,
    forget: () => void asked.splice(0),
    misbehave: (address, misbehaviour) => void rules.unshift({ address, misbehaviour }),
    edit: (address, change) => {
      const file = fileAt(documents, address);
      if (file === undefined) throw new Error(`The sample has no document at ${address}.`);
      const before = readFileSync(file, "utf8");
      const after = change(before);
      if (after === before) throw new Error(`Nothing has changed in ${address}.`);
      writeFileSync(file, after);
    },
    behave: () => {
      rules = [];
    },
    restore,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await sample.close();
      rmSync(documents, { recursive: true, force: true });
    },
  };
}

function askedBy({ headers }: IncomingMessage, address: string) {
  return {
    address,
    host: address.split("/", 1)[0] ?? "",
    isConditional: headers["if-none-match"] !== undefined || headers["if-modified-since"] !== undefined,
    userAgent: headers["user-agent"] ?? "",
  };
}

/** Pages of the National Careers Service have no ending in their addresses; workbooks are kept as text. */
function fileAt(documents: string, address: string): string | undefined {
  const path = join(documents, address);
  return [path, `${path}.html`, `${path}.json`].find((one) =>
    statSync(one, { throwIfNoEntry: false })?.isFile(),
  );
}

/** A document that is not there says nothing. */
function textAt(documents: string, address: string): string {
  const file = fileAt(documents, address);
  return file === undefined ? "" : readFileSync(file, "utf8");
}

function passOn(sampleUrl: string, incoming: IncomingMessage, response: ServerResponse): void {
  const { method, headers } = incoming;
  // A connection of its own: one that idled may be closed at the very moment it is used again.
  const passed = request(`${sampleUrl}${incoming.url}`, { method, headers, agent: false }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
  });
  passed.on("error", (error) => response.destroy(error)).end();
}
