import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readDocuments } from "../../sinks/document/document.ts";
import { indexLine } from "../../sinks/document/index-line.ts";
import { writeTypeDeclarations } from "../../sinks/type-declarations.ts";
import { AWKWARD_DATASET } from "./awkward-dataset.ts";
import { openSmallSnapshot } from "./small-snapshot.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const COMPILER = join(import.meta.dirname, "../../node_modules/typescript/bin/tsc");

/** What `tsc` says of a program that uses the types of a version. */
function compile(program: string): string {
  const folder = temporaryFolder();
  writeTypeDeclarations(openSmallSnapshot(), folder);
  writeFileSync(join(folder, "program.ts"), program);
  const compilerOptions = { strict: true, noEmit: true, types: [], exactOptionalPropertyTypes: true };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, files: ["program.ts"] }));
  const { stdout, error } = spawnSync(process.execPath, [COMPILER, "-p", folder, "--pretty", "false"], {
    cwd: folder,
    encoding: "utf8",
  });
  if (error !== undefined) throw error;
  return stdout;
}

const IMPORT = `import type { OccupationDocument, OccupationIndex, Tables, WageRow } from "./schema/occupations.d.ts";`;

const GOOD = `${IMPORT}
export function medians(document: OccupationDocument): (number | null)[] {
  return document.pay.flatMap(({ statistics }) => statistics.median?.amount ?? []);
}
export const titles = (index: OccupationIndex): string[] => index.map(({ title }) => title);
export const isHourly = ({ period }: WageRow): boolean => period === "hour";
export const jobsOf = (row: Tables["employment"]): number | null => row.jobs;
export const places = ({ duties }: OccupationDocument) => duties.map(({ locator }) => locator.at(-1));`;

test("a program of a consumer compiles, and the documents of a version have the types", () => {
  const documents = [...readDocuments(openSmallSnapshot(AWKWARD_DATASET).connection)];
  const values = `
    export const documents: readonly OccupationDocument[] = ${JSON.stringify(documents)};
    export const index: OccupationIndex = ${JSON.stringify(documents.map(indexLine))};`;
  expect(compile(`${GOOD}${values}`)).toBe("");
});

test("a program that takes the dataset for something else does not compile", () => {
  const program = [
    IMPORT,
    "export const unknown = (row: WageRow) => row.sum;",
    "export const forgotten = (row: WageRow): number => row.amount;",
    `export const never = (row: WageRow) => row.period === "month";`,
    "export const cut = (one: OccupationDocument) => { one.duties[0]!.text = ''; };",
    "export const all: Tables['wages'] | OccupationIndex = [];",
  ];
  const found = [...compile(program.join("\n")).matchAll(/^program\.ts\((\d+),\d+\): error .*: (.*)$/gm)];
  expect(found.map(([, line, words]) => [Number(line), words])).toEqual([
    [2, expect.stringContaining("'sum' does not exist")],
    [3, expect.stringContaining("'number | null' is not assignable")],
    [4, expect.stringContaining("have no overlap")],
    [5, expect.stringContaining("read-only property")],
    [6, expect.stringContaining("'wages' does not exist")],
  ]);
});
