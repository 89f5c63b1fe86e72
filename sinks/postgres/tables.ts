import type { Column } from "../../transforms/model/column.ts";
import type { TableShape } from "../../transforms/model/table.ts";

/** Texts sort by code units, as in every other format. */
const TYPES = { TEXT: 'text COLLATE "C"', INTEGER: "bigint", REAL: "double precision" } as const;

/** `CREATE TABLE` of a table of the model; references are added when its rows are in. */
export function createTable({ name, columns }: TableShape): string {
  const definitions = Object.entries(columns).map(([column, shape]) => define(column, shape));
  return `CREATE TABLE ${name} (\n  ${definitions.join(",\n  ")}\n)`;
}

/** What the model says of a table and its columns, where `\d+` and every tool shows it. */
export function commentOn({ name, description, columns }: TableShape): readonly string[] {
  return [
    `COMMENT ON TABLE ${name} IS ${quoted(description)}`,
    ...Object.entries(columns).map(
      ([column, shape]) => `COMMENT ON COLUMN ${name}.${column} IS ${quoted(meaning(shape))}`,
    ),
  ];
}

/** The key of a table, in which NULL counts as a value. */
export function addKey({ name, key, columns }: TableShape): string {
  const kind = key.some((column) => columns[column]?.nullable) ? "UNIQUE NULLS NOT DISTINCT" : "PRIMARY KEY";
  return `ALTER TABLE ${name} ADD CONSTRAINT ${name}_key ${kind} (${key.join(", ")})`;
}

export function addReferences({ name, columns }: TableShape): readonly string[] {
  return Object.entries(columns).flatMap(([column, { references }]) => {
    if (references === undefined) return [];
    const [table, target] = references.split(".");
    return [`ALTER TABLE ${name} ADD FOREIGN KEY (${column}) REFERENCES ${table} (${target})`];
  });
}

/** Rows in their order: no NULL comes after a value, as where SQLite sorts. */
export function orderOf({ key, columns }: TableShape): string {
  return key.map((column) => (columns[column]?.nullable ? `${column} NULLS FIRST` : column)).join(", ");
}

export function quoted(words: string): string {
  return `'${words.replaceAll("'", "''")}'`;
}

function define(name: string, column: Column): string {
  const condition = conditionOf(name, column);
  return [
    name,
    TYPES[column.sqlType],
    column.nullable ? undefined : "NOT NULL",
    condition && `CHECK (${condition})`,
  ]
    .filter((part) => part !== undefined)
    .join(" ");
}

function conditionOf(name: string, { sqlType, values, form, minimum }: Column): string | undefined {
  const conditions: string[] = [];
  if (values !== undefined) conditions.push(`${name} IN (${values.map(quoted).join(", ")})`);
  if (form !== undefined) conditions.push(`${name} ~ ${quoted(form.source)}`);
  if (minimum !== undefined) conditions.push(`${name} >= ${minimum}`);
  if (sqlType === "TEXT" && conditions.length === 0) conditions.push(`${name} <> ''`);
  return conditions.length === 0 ? undefined : conditions.join(" AND ");
}

function meaning({ description, unit }: Column): string {
  return unit === undefined ? description : `${description} Unit: ${unit}.`;
}
