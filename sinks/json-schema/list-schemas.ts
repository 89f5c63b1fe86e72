import { z } from "zod";
import { meaningOf } from "../../transforms/model/column.ts";
import { SCHEMA_VERSION, TABLES } from "../../transforms/model/model.ts";
import type { TableShape } from "../../transforms/model/table.ts";
import { documentSchema, indexLineSchema } from "../document/document-schema.ts";

/** A JSON Schema, as far as zod writes it. */
export type JsonSchema = z.core.JSONSchema.JSONSchema;

/** The shape of something that a version holds. */
export type NamedSchema = {
  /** `wage`: the file is `schema/wage.schema.json`. */
  readonly name: string;
  /** `WageRow`: how TypeScript calls it. */
  readonly typeName: string;
  /** The table that it is a row of, if any. */
  readonly table?: string;
  readonly schema: JsonSchema;
};

/** The rows of every table, the documents, and the index of documents. */
export function listSchemas(): readonly NamedSchema[] {
  return [
    ...TABLES.map(describeTable),
    {
      name: "document",
      typeName: "OccupationDocument",
      schema: describe(
        "One occupation: `json/<scheme>/<code>.json`, and a line of `occupations.ndjson`.",
        documentSchema(),
      ),
    },
    {
      name: "index",
      typeName: "OccupationIndex",
      schema: describe(
        "Every occupation with its main numbers: `json/index.json`.",
        z.array(indexLineSchema()),
      ),
    },
  ];
}

function describeTable({ name, description, columns }: TableShape): NamedSchema {
  const fields = Object.entries(columns).map(([column, shape]) => [
    column,
    shape.schema.describe(meaningOf(shape)),
  ]);
  const words = name.split("_").map((word) => `${word[0]?.toUpperCase()}${word.slice(1)}`);
  return {
    name,
    table: name,
    typeName: `${words.join("")}Row`,
    schema: describe(
      `A row of the table \`${name}\`. ${description}`,
      z.strictObject(Object.fromEntries(fields)),
    ),
  };
}

function describe(description: string, type: z.ZodType): JsonSchema {
  const { $schema, ...schema } = z.toJSONSchema(type, {
    override: ({ jsonSchema }) => dropSafeRange(jsonSchema),
  });
  return {
    ...($schema !== undefined && { $schema }),
    $comment: `Schema ${SCHEMA_VERSION}`,
    description,
    ...schema,
  };
}

/** That a whole number is one that JavaScript can tell from its neighbours is no rule of the dataset. */
function dropSafeRange(schema: { minimum?: number; maximum?: number }): void {
  if (schema.minimum === Number.MIN_SAFE_INTEGER) delete schema.minimum;
  if (schema.maximum === Number.MAX_SAFE_INTEGER) delete schema.maximum;
}
