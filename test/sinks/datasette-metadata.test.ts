import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { writeDatasetteMetadata } from "../../sinks/datasette-metadata.ts";
import { openSmallSnapshot } from "./small-snapshot.ts";
import { temporaryFolder } from "./temporary-folder.ts";

async function metadata() {
  const folder = temporaryFolder();
  const snapshot = openSmallSnapshot();
  expect(await writeDatasetteMetadata(snapshot, folder)).toEqual([{ path: "metadata.json" }]);
  return { snapshot, ...JSON.parse(readFileSync(join(folder, "metadata.json"), "utf8")) };
}

test("every table and view of the SQLite file is described, and no other", async () => {
  const { snapshot, databases } = await metadata();
  const query =
    "SELECT name FROM sqlite_master WHERE type IN ('table', 'view') AND name NOT GLOB '*_search*' AND name NOT GLOB 'sqlite_*'";
  const names = snapshot.connection.prepare(query).pluck().all() as string[];
  expect(Object.keys(databases.occupations.tables).toSorted()).toEqual(names.toSorted());
});

test("every column of a table is described, with its unit", async () => {
  const { snapshot, databases } = await metadata();
  const names = snapshot.connection.prepare("SELECT name FROM pragma_table_info('wage')").pluck().all();
  const { columns, description } = databases.occupations.tables.wage;
  expect(Object.keys(columns)).toEqual(names);
  expect(columns.amount).toBe("The amount; NULL where none is published. Unit: currency.");
  expect(description).toBe("What workers earn.");
});

test("licences and the lines that the sources ask for are told", async () => {
  expect(await metadata()).toMatchObject({
    license: "Public domain",
    source: "Source: U.S. Bureau of Labor Statistics, Occupational Outlook Handbook.",
  });
});
