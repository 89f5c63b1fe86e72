import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { Manifest } from "../../sinks/manifest.ts";

const FOLDER = "json/";
const INDEX = `${FOLDER}index.json`;

const indexSchema = z.array(z.object({ id: z.string(), path: z.string() }));
const documentSchema = z.object({ id: z.string() });

/** What is wrong with the documents of a version: each must be JSON, and the index must list them all. */
export function verifyDocuments(folder: string, { files, counts }: Manifest): readonly string[] {
  const index = parse(folder, INDEX, indexSchema);
  const paths = files.map(({ path }) => path).filter((path) => path.startsWith(FOLDER) && path !== INDEX);
  const occupations = counts.occupation ?? 0;
  return [
    ...(index.length === occupations ? [] : [`${INDEX} has ${index.length} of ${occupations} occupations.`]),
    ...(paths.length === occupations ? [] : [`${FOLDER} has ${paths.length} of ${occupations} documents.`]),
    ...index.flatMap(({ id, path }) => verifyDocument(folder, `${FOLDER}${path}`, id)),
  ];
}

function verifyDocument(folder: string, path: string, id: string): readonly string[] {
  try {
    const document = parse(folder, path, documentSchema);
    return document.id === id ? [] : [`${path} is about ${document.id}; the index says ${id}.`];
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
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
