import { writeAttribution } from "../../sinks/attribution.ts";
import { writeDataPackage } from "../../sinks/data-package.ts";
import { writeDatasetteMetadata } from "../../sinks/datasette-metadata.ts";
import { writeDictionary } from "../../sinks/dictionary.ts";
import { writeDocuments } from "../../sinks/documents.ts";
import { writeJsonSchemas } from "../../sinks/json-schema.ts";
import type { Snapshot } from "../../sinks/sqlite/open-snapshot.ts";
import { writeTables } from "../../sinks/tables.ts";
import { writeTypeDeclarations } from "../../sinks/type-declarations.ts";
import type { WrittenFile } from "../../sinks/written-file.ts";

/** Renders a finished snapshot in another format, into the folder of its version. */
export type Format = (
  snapshot: Snapshot,
  folder: string,
) => readonly WrittenFile[] | Promise<readonly WrittenFile[]>;

/** What a version consists of beside its SQLite file, its site, its manifest and its checksums; in this order. */
export const FORMATS: readonly Format[] = [
  writeDocuments,
  writeTables,
  writeJsonSchemas,
  writeTypeDeclarations,
  writeDataPackage,
  writeDatasetteMetadata,
  writeAttribution,
  writeDictionary,
];
