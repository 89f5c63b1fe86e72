import type { JsonSchema } from "../json-schema/list-schemas.ts";

type Schema = JsonSchema | boolean | undefined;

/** The TypeScript type of what a schema describes; `indent` is that of the line on which it begins. */
export function printType(schema: Schema, indent = ""): string {
  if (schema === undefined || typeof schema === "boolean") return "unknown";
  if (schema.enum !== undefined) return schema.enum.map((value) => JSON.stringify(value)).join(" | ");
  if (schema.anyOf !== undefined) return schema.anyOf.map((one) => printType(one, indent)).join(" | ");
  const types: readonly (string | undefined)[] = [schema.type].flat();
  return types.map((type) => printOne(type, schema, indent)).join(" | ");
}

function printOne(type: string | undefined, schema: JsonSchema, indent: string): string {
  switch (type) {
    case "object":
      return printObject(schema, indent);
    case "array":
      return `ReadonlyArray<${printType(schema.items as Schema, indent)}>`;
    case "integer":
      return "number";
    case "string":
    case "number":
    case "null":
      return type;
    default:
      throw new Error(`No TypeScript type is known for the schema ${JSON.stringify(schema)}.`);
  }
}

function printObject({ properties = {}, required = [] }: JsonSchema, indent: string): string {
  const inner = `${indent}  `;
  const lines = Object.entries(properties).flatMap(([name, schema]) => {
    const mark = required.includes(name) ? "" : "?";
    return [...remark(schema, inner), `${inner}readonly ${name}${mark}: ${printType(schema, inner)};`];
  });
  return ["{", ...lines, `${indent}}`].join("\n");
}

/** What a schema says of itself, as a comment. */
export function remark(schema: Schema, indent: string): readonly string[] {
  const words = typeof schema === "object" ? schema.description : undefined;
  return words === undefined ? [] : [`${indent}/** ${words.replaceAll("*/", "*\\/")} */`];
}
