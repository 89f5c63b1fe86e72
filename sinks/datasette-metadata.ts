import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { meaningOf } from "../transforms/model/column.ts";
import { TABLES } from "../transforms/model/model.ts";
import type { TableShape } from "../transforms/model/table.ts";
import type { Snapshot } from "./sqlite/open-snapshot.ts";
import type { WrittenFile } from "./written-file.ts";

const PATH = "metadata.json";

/** What the views for people hold. */
const VIEWS = {
  us_overview: "US profiles with their main numbers, one row an occupation.",
  uk_overview: "UK profiles and unit groups with their main numbers, one row an occupation.",
  comparison: "US profiles beside their UK counterparts, each in its own currency and for its own period.",
};

/**
 * Writes `metadata.json`: `datasette occupations.sqlite --metadata metadata.json` shows with it what everything means, and
 * whose it is. Units stand in the descriptions: Datasette's own `units` rescale numbers, and are gone in its version 1.
 */
export async function writeDatasetteMetadata({ database }: Snapshot, folder: string): Promise<WrittenFile[]> {
  const sources = await database.selectFrom("source").selectAll().orderBy("id").execute();
  const metadata = {
    title: "Occupations of the United States and the United Kingdom",
    description: "What occupations do, pay, need, who employs their workers and where they are heading.",
    license: [...new Set(sources.map(({ licence }) => licence))].join("; "),
    source: sources.map(({ attribution }) => attribution).join(" "),
    databases: {
      occupations: { tables: { ...Object.fromEntries(TABLES.map(describeTable)), ...describeViews() } },
    },
  };
  writeFileSync(join(folder, PATH), `${JSON.stringify(metadata, undefined, 2)}\n`, { flag: "wx" });
  return [{ path: PATH }];
}

function describeTable({ name, description, columns }: TableShape): [string, object] {
  const meanings = Object.entries(columns).map(([column, shape]) => [column, meaningOf(shape)]);
  const label = ["title", "name", "text"].find((column) => column in columns);
  return [
    name,
    {
      description,
      columns: Object.fromEntries(meanings),
      ...(label !== undefined && { label_column: label }),
    },
  ];
}

function describeViews(): Readonly<Record<string, object>> {
  return Object.fromEntries(Object.entries(VIEWS).map(([name, description]) => [name, { description }]));
}
