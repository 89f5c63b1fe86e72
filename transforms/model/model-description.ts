import type { Column } from "./column.ts";
import { SCHEMA_VERSION, TABLES } from "./model.ts";
import type { TableShape } from "./table.ts";

/** What a consumer relies on of a column, as plain data. */
export type ColumnDescription = Pick<
  Column,
  "sqlType" | "nullable" | "description" | "unit" | "values" | "references" | "minimum"
> & { readonly form?: string };

/** A model as plain data, so that one can be recorded and compared with another. */
export type ModelDescription = {
  readonly schema_version: string;
  readonly tables: Readonly<Record<string, TableDescription>>;
};

export type TableDescription = {
  readonly description: string;
  readonly key: readonly string[];
  readonly columns: Readonly<Record<string, ColumnDescription>>;
};

/** The model of this program. */
export function describeModel(): ModelDescription {
  const tables = Object.fromEntries(TABLES.map((table) => [table.name, describeTable(table)]));
  return { schema_version: SCHEMA_VERSION, tables };
}

function describeTable({ description, key, columns }: TableShape): TableDescription {
  const described = Object.entries(columns).map(([name, column]) => [name, describeColumn(column)]);
  return { description, key, columns: Object.fromEntries(described) };
}

function describeColumn({ schema: _, form, ...column }: Column): ColumnDescription {
  return { ...column, ...(form !== undefined && { form: form.source }) };
}
