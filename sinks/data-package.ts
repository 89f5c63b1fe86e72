import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Row, TABLES } from "../transforms/model/model.ts";
import type { TableShape } from "../transforms/model/table.ts";
import { csvPath } from "./csv.ts";
import { tableSchema } from "./data-package/table-schema.ts";
import { digestFile } from "./digest.ts";
import type { Snapshot } from "./sqlite/open-snapshot.ts";
import type { WrittenFile } from "./written-file.ts";

const PATH = "datapackage.json";

/** Writes `datapackage.json` (Data Package v2) over the CSV files, which must be there. */
export async function writeDataPackage({ database }: Snapshot, folder: string): Promise<WrittenFile[]> {
  const { version, created_at } = await database.selectFrom("dataset").selectAll().executeTakeFirstOrThrow();
  const sources = await database.selectFrom("source").selectAll().orderBy("id").execute();
  const dataPackage = {
    $schema: "https://datapackage.org/profiles/2.0/datapackage.json",
    name: "occupations",
    title: "Occupations of the United States and the United Kingdom",
    description:
      "What occupations do, pay, need, who employs their workers and where they are heading, as official publishers say it. `ATTRIBUTION.md` has the lines that the licences ask for.",
    version,
    created: created_at,
    ...(sources.length > 0 && { licenses: listLicences(sources), sources: sources.map(describeSource) }),
    resources: TABLES.map((table) => describeResource(table, folder)),
  };
  writeFileSync(join(folder, PATH), `${JSON.stringify(dataPackage, undefined, 2)}\n`, { flag: "wx" });
  return [{ path: PATH }];
}

function describeResource(table: TableShape, folder: string): object {
  const path = csvPath(table);
  const { bytes, sha256 } = digestFile(join(folder, path));
  return {
    name: table.name,
    type: "table",
    description: table.description,
    path,
    format: "csv",
    mediatype: "text/csv",
    encoding: "utf-8",
    bytes,
    hash: `sha256:${sha256}`,
    dialect: { delimiter: ",", lineTerminator: "\r\n", quoteChar: '"', doubleQuote: true, header: true },
    schema: tableSchema(table),
  };
}

/** Each licence once. */
function listLicences(sources: readonly Row<"source">[]): readonly object[] {
  const titles = new Map(sources.map(({ licence, licence_url }) => [licence_url, licence]));
  return [...titles].map(([path, title]) => ({ path, title }));
}

function describeSource({ title, url, edition }: Row<"source">): object {
  return { title, path: url, ...(edition !== null && { version: edition }) };
}
