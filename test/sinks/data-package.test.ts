import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { beforeEach, expect, test } from "vitest";
import { writeDataPackage } from "../../sinks/data-package.ts";
import { digestFile } from "../../sinks/digest.ts";
import { TABLES } from "../../transforms/model/model.ts";
import { dataPackageRules } from "./data-package-rules.ts";
import { writtenTables } from "./written-tables.ts";

type DataPackage = ReturnType<typeof dataPackageRules.parse>;
type Field = DataPackage["resources"][number]["schema"]["fields"][number];

let folder: string;
let dataPackage: DataPackage;

beforeEach(async () => {
  const tables = writtenTables();
  folder = tables.folder;
  expect(await writeDataPackage(tables.snapshot, folder)).toEqual([{ path: "datapackage.json" }]);
  dataPackage = dataPackageRules.parse(JSON.parse(readFileSync(join(folder, "datapackage.json"), "utf8")));
});

test("the data package keeps the rules of its profile, and has a resource for each table", () => {
  expect(dataPackage.resources.map(({ name }) => name)).toEqual(TABLES.map(({ name }) => name));
  expect(dataPackage).toMatchObject({
    version: "20261123T021500Z-0123abcd",
    created: "2026-11-23T02:15:00Z",
  });
  expect(dataPackage.licenses).toEqual([
    { path: "https://www.bls.gov/opub/copyright-information.htm", title: "Public domain" },
  ]);
});

test("bytes and hashes are those of the CSV files", () => {
  for (const { path, bytes, hash } of dataPackage.resources) {
    const digest = digestFile(join(folder, path));
    expect({ bytes, hash }).toEqual({ bytes: digest.bytes, hash: `sha256:${digest.sha256}` });
  }
});

/** What a reader of the package makes of a field's text; `undefined` where the package forbids it. */
function cast(text: string, { type, constraints }: Field): unknown {
  if (text === "") return constraints?.required ? undefined : null;
  const { pattern, enum: values } = (constraints ?? {}) as { pattern?: string; enum?: readonly string[] };
  const { minimum } = (constraints ?? {}) as { minimum?: number };
  if (type === "string") {
    const isLawful = new RegExp(pattern ?? "").test(text) && (values?.includes(text) ?? true);
    return isLawful ? text : undefined;
  }
  const number = Number(text);
  const isLawful = (type === "number" || Number.isInteger(number)) && number >= (minimum ?? -Infinity);
  return isLawful ? number : undefined;
}

test("every field of every CSV file is what the package says of it, and every foreign key finds its row", () => {
  const rows = new Map(
    dataPackage.resources.map(({ name, path, schema }) => {
      const [header, ...lines] = parse(readFileSync(join(folder, path), "utf8")) as string[][];
      expect(header).toEqual(schema.fields.map((field) => field.name));
      const read = lines.map((line) => schema.fields.map((field, index) => cast(line[index] ?? "", field)));
      for (const [index, line] of read.entries())
        expect(line, `${name} ${lines[index]}`).not.toContain(undefined);
      return [
        name,
        read.map((line) => Object.fromEntries(schema.fields.map((field, i) => [field.name, line[i]]))),
      ];
    }),
  );
  for (const { name, schema } of dataPackage.resources)
    for (const { fields, reference } of schema.foreignKeys ?? []) {
      const [own = "", other = ""] = [fields[0], reference.fields[0]];
      const known = new Set(rows.get(reference.resource)?.map((row) => row[other]));
      const lost = (rows.get(name) ?? []).filter((row) => row[own] !== null && !known.has(row[own]));
      expect(lost, `${name}.${own}`).toEqual([]);
    }
});
