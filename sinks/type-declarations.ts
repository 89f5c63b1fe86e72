import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { SCHEMA_VERSION } from "../transforms/model/model.ts";
import { listSchemas, type NamedSchema } from "./json-schema/list-schemas.ts";
import type { Snapshot } from "./sqlite/open-snapshot.ts";
import { printType, remark } from "./type-declarations/print-type.ts";
import type { WrittenFile } from "./written-file.ts";

const PATH = "schema/occupations.d.ts";

/** Writes `schema/occupations.d.ts`: the rows of every table, the documents, and the index, for programs in TypeScript. */
export function writeTypeDeclarations(_: Snapshot, folder: string): readonly WrittenFile[] {
  const schemas = listSchemas();
  const parts = [
    `// The types of a version of the occupations dataset, schema ${SCHEMA_VERSION}.`,
    ...schemas.map(printDeclaration),
    printTables(schemas),
  ];
  mkdirSync(join(folder, "schema"), { recursive: true });
  writeFileSync(join(folder, PATH), `${parts.join("\n\n")}\n`, { flag: "wx" });
  return [{ path: PATH }];
}

function printDeclaration({ typeName, schema }: NamedSchema): string {
  return [...remark(schema, ""), `export type ${typeName} = ${printType(schema)};`].join("\n");
}

function printTables(schemas: readonly NamedSchema[]): string {
  const lines = schemas.flatMap(({ table, typeName }) =>
    table === undefined ? [] : [`  readonly ${table}: ${typeName};`],
  );
  return ["/** A row of each table, by the table's name. */", "export type Tables = {", ...lines, "};"].join(
    "\n",
  );
}
