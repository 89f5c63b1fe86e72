import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { Manifest } from "../../sinks/manifest.ts";
import { connectToSnapshot } from "../../sinks/sqlite/open-snapshot.ts";
import { tablesOf } from "../../sinks/sqlite/tables-in.ts";
import { prepareDocumentComparison, type ReadDocument } from "./compare-document.ts";
import { openNdjson } from "./compare-ndjson.ts";
import { SNAPSHOT } from "./store-layout.ts";

const FOLDER = "json/";
const INDEX = `${FOLDER}index.json`;
const NDJSON = "occupations.ndjson";

type Index = readonly { readonly id: string; readonly path: string }[];

const indexSchema = z.array(z.object({ id: z.string(), path: z.string() }));
const documentSchema = z.looseObject({ id: z.string() });

/**
 * What is wrong with the documents of a version: the index must list them all, each must have the facts that SQLite has of
 * its occupation, and NDJSON must have the same documents, in the order of the index.
 */
export function verifyDocuments(
  folder: string,
  { files, counts, schema_version }: Manifest,
): readonly string[] {
  const index = parse(folder, INDEX, indexSchema);
  const paths = files.map(({ path }) => path).filter((path) => path.startsWith(FOLDER) && path !== INDEX);
  const occupations = counts.occupation ?? 0;
  return [
    ...(index.length === occupations ? [] : [`${INDEX} has ${index.length} of ${occupations} occupations.`]),
    ...(paths.length === occupations ? [] : [`${FOLDER} has ${paths.length} of ${occupations} documents.`]),
    ...verifyEach(folder, index, schema_version),
  ];
}

function verifyEach(folder: string, index: Index, schemaVersion: string): readonly string[] {
  const database = connectToSnapshot(join(folder, SNAPSHOT));
  const ndjson = openNdjson(join(folder, NDJSON));
  const compare = prepareDocumentComparison(database, tablesOf(database, schemaVersion));
  try {
    const problems = index.flatMap(({ id, path }) => {
      const document = readDocument(folder, `${FOLDER}${path}`, id);
      if (typeof document === "string") return document;
      ndjson.take(document);
      const difference = compare(document);
      return difference === undefined ? [] : `${FOLDER}${path}: ${difference}.`;
    });
    const difference = ndjson.finish();
    return difference === undefined ? problems : [...problems, `${NDJSON}: ${difference}.`];
  } finally {
    ndjson.close();
    database.close();
  }
}

/** @returns the document, or what is wrong with it. */
function readDocument(folder: string, path: string, id: string): ReadDocument | string {
  try {
    const document = parse(folder, path, documentSchema);
    return document.id === id ? document : `${path} is about ${document.id}; the index says ${id}.`;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function parse<T>(folder: string, path: string, schema: z.ZodType<T>): T {
  try {
    return schema.parse(JSON.parse(readFileSync(join(folder, path), "utf8")));
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`${path} cannot be read: ${reason}`, { cause });
  }
}
