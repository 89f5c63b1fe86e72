import { type Column, meaningOf } from "../../transforms/model/column.ts";
import type { TableShape } from "../../transforms/model/table.ts";

const TYPES = { TEXT: "string", INTEGER: "integer", REAL: "number" } as const;

/**
 * A table as Table Schema v2 describes it. Times and dates are strings with a pattern, as in every other format. A key with
 * a column that can be NULL is no primary key there, and is a unique one.
 */
export function tableSchema({ columns, key }: TableShape): object {
  const hasNulls = key.some((name) => columns[name]?.nullable);
  const foreignKeys = Object.entries(columns).flatMap(describeReference);
  return {
    fields: Object.entries(columns).map(([name, column]) => describeField(name, column)),
    missingValues: [""],
    ...(hasNulls ? { uniqueKeys: [key] } : { primaryKey: key }),
    ...(foreignKeys.length > 0 && { foreignKeys }),
  };
}

function describeField(name: string, column: Column): object {
  const { sqlType, nullable, values, form, minimum } = column;
  const constraints = {
    ...(!nullable && { required: true }),
    ...(values !== undefined && { enum: values }),
    ...(form !== undefined && { pattern: form.source }),
    ...(minimum !== undefined && { minimum }),
  };
  return {
    name,
    type: TYPES[sqlType],
    description: meaningOf(column),
    ...(Object.keys(constraints).length > 0 && { constraints }),
  };
}

function describeReference([name, { references }]: [string, Column]): object[] {
  if (references === undefined) return [];
  const [resource, field] = references.split(".");
  return [{ fields: [name], reference: { resource, fields: [field] } }];
}
