import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type RegisteredSource, SOURCES } from "../../../pipelines/registry.ts";
import { sampleDocuments, startSampleServer } from "../../../sources/sample/server.ts";
import type { DocumentAddress, DocumentBytes, DocumentReader } from "../../../sources/source.ts";

/** A reader, and real documents that it reads. */
export type Readable = {
  /** `us-ooh profile` */
  readonly name: string;
  readonly registered: RegisteredSource;
  readonly kind: string;
  readonly reader: DocumentReader<unknown>;
  readonly documents: readonly DocumentBytes[];
};

/** So many documents of a kind are changed in turn. */
const MOST = 4;

/** Every reader of which the sample has documents. */
export async function listReadables(): Promise<Readable[]> {
  const server = await startSampleServer();
  try {
    const lists = SOURCES.map((registered) => readablesOf(registered, server.url));
    return (await Promise.all(lists)).flat().filter(({ documents }) => documents.length > 0);
  } finally {
    await server.close();
  }
}

async function readablesOf(registered: RegisteredSource, mirror: string): Promise<Readable[]> {
  const { source } = registered;
  const found = new Map<string, DocumentBytes[]>();
  const take = async (address: DocumentAddress): Promise<DocumentBytes | undefined> => {
    const known = found.get(address.kind) ?? [];
    found.set(address.kind, known);
    if (known.length >= MOST) return undefined;
    const document = await fetchFrom(mirror, address.url);
    if (document !== undefined) known.push(document);
    return document;
  };
  for (const root of source.roots) {
    const document = await take(root);
    const reader = source.readers[root.kind];
    if (document === undefined || reader === undefined) continue;
    for (const address of source.listedBy(root, reader.read(document).extract)) await take(address);
  }
  return Object.entries(source.readers).map(([kind, reader]) => {
    const documents = found.get(kind) ?? writtenAnswers(registered, kind);
    return { name: `${source.id} ${kind}`, registered, kind, reader, documents };
  });
}

async function fetchFrom(mirror: string, url: string): Promise<DocumentBytes | undefined> {
  const { host, pathname, search } = new URL(url);
  const response = await fetch(`${mirror}/${host}${pathname}${search}`);
  if (!response.ok) return undefined;
  const mediaType = (response.headers.get("content-type") ?? "").replace(/;.*$/, "");
  return { url, mediaType, body: Buffer.from(await response.arrayBuffer()) };
}

/** A retired source is not in the sample; its fixtures are documents of our own. */
function writtenAnswers({ source }: RegisteredSource, kind: string): DocumentBytes[] {
  if (source.retired === undefined) return [];
  const fixtures = join(sampleDocuments(), "..", "..", "..", "test", "fixtures", source.id);
  return readdirSync(fixtures)
    .map((name) => ({
      url: readFileSync(join(fixtures, name, "address.txt"), "utf8").trim(),
      mediaType: "application/json",
      body: readFileSync(join(fixtures, name, "document.json")),
    }))
    .filter(({ url }) => source.kindOf(url) === kind)
    .slice(0, MOST);
}
