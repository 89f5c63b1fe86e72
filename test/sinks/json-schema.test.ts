import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import { beforeEach, expect, test } from "vitest";
import { readDocuments } from "../../sinks/document/document.ts";
import { indexLine } from "../../sinks/document/index-line.ts";
import { writeJsonSchemas } from "../../sinks/json-schema.ts";
import { TABLES } from "../../transforms/model/model.ts";
import { AWKWARD_DATASET } from "./awkward-dataset.ts";
import { openSmallSnapshot } from "./small-snapshot.ts";
import { temporaryFolder } from "./temporary-folder.ts";

let folder: string;

beforeEach(() => {
  folder = temporaryFolder();
  writeJsonSchemas(openSmallSnapshot(), folder);
});

/** The validator that a consumer makes of a schema file. */
function validatorOf(name: string): ValidateFunction {
  const schema = JSON.parse(readFileSync(join(folder, `schema/${name}.schema.json`), "utf8"));
  expect(schema.$schema).toBe("https://json-schema.org/draft/2020-12/schema");
  return new Ajv2020({ strict: true, allErrors: true, allowUnionTypes: true }).compile(schema);
}

function errorsOf(validate: ValidateFunction, value: unknown) {
  validate(value);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

const documents = () => [...readDocuments(openSmallSnapshot(AWKWARD_DATASET).connection)];

test("every row of every table is what its schema says", () => {
  const { connection } = openSmallSnapshot(AWKWARD_DATASET);
  for (const { name } of TABLES) {
    const validate = validatorOf(name);
    for (const row of connection.prepare(`SELECT * FROM ${name}`).all())
      expect(errorsOf(validate, row), `${name} ${JSON.stringify(row)}`).toEqual([]);
  }
});

const WRONG_ROWS: readonly (readonly [string, object])[] = [
  ["a value outside the closed list", { area: "Mars" }],
  ["a number as text", { amount: "93600" }],
  ["a negative wage", { amount: -1 }],
  ["a missing column", { qualifier: undefined }],
  ["an unknown column", { note: "x" }],
  ["a NULL where there is none", { currency: null }],
  ["an empty text", { locator: "" }],
  ["a period of another form", { reference_period: "May 2024" }],
];

test("a row that the model refuses is refused", () => {
  const row = openSmallSnapshot().connection.prepare("SELECT * FROM wage LIMIT 1").get() as object;
  const validate = validatorOf("wage");
  expect(errorsOf(validate, row)).toEqual([]);
  for (const [what, change] of WRONG_ROWS) {
    const wrong = JSON.parse(JSON.stringify({ ...row, ...change }));
    expect(errorsOf(validate, wrong), what).not.toEqual([]);
  }
});

test("every document is what its schema says, and so is the index", () => {
  const validate = validatorOf("document");
  for (const document of documents()) expect(errorsOf(validate, document), document.id).toEqual([]);
  expect(errorsOf(validatorOf("index"), documents().map(indexLine))).toEqual([]);
});

test("a document that lacks a part, or has one that nobody knows, is refused", () => {
  const validate = validatorOf("document");
  const [document = expect.fail("no document")] = documents();
  const { wages: _, ...without } = document;
  expect(errorsOf(validate, without)).toEqual([" must have required property 'wages'"]);
  expect(errorsOf(validate, { ...document, notes: [] })).toEqual([" must NOT have additional properties"]);
});

test("a property of a schema tells what the column means, with its unit", () => {
  const { schema } = validatorOf("wage");
  expect(schema).toMatchObject({
    properties: { amount: { description: "The amount; NULL where none is published. Unit: currency." } },
  });
});
