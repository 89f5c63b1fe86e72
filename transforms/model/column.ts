import { z } from "zod";

/** How SQLite stores a column (tables are STRICT). */
export type SqlType = "TEXT" | "INTEGER" | "REAL";

/**
 * One column of the dataset, defined once. SQLite DDL, Kysely types, JSON Schema, documentation and every file format
 * are rendered from it.
 */
export type Column<T = unknown> = {
  /** Validates a value, `null` included where the column is nullable. */
  readonly schema: z.ZodType<T>;
  readonly sqlType: SqlType;
  readonly nullable: boolean;
  /** What the value means, for a consumer. */
  readonly description: string;
  /** Unit of a number: persons, percent, years … */
  readonly unit?: string;
  /** The lawful values of a closed list. */
  readonly values?: readonly string[];
  /** `table.column` that the value points at. */
  readonly references?: string;
  readonly minimum?: number;
  /** The form that a text of fixed form has as a whole. */
  readonly form?: RegExp;
};

type Options = { readonly unit?: string; readonly references?: string; readonly minimum?: number };

/** A text that is never empty. */
export function text(description: string, options: Options = {}): Column<string> {
  return { schema: z.string().min(1), sqlType: "TEXT", nullable: false, description, ...options };
}

/** A whole number. */
export function integer(description: string, options: Options = {}): Column<number> {
  const schema = options.minimum === undefined ? z.int() : z.int().min(options.minimum);
  return { schema, sqlType: "INTEGER", nullable: false, description, ...options };
}

/** A number that can have decimals. */
export function real(description: string, options: Options = {}): Column<number> {
  const schema = options.minimum === undefined ? z.number() : z.number().min(options.minimum);
  return { schema, sqlType: "REAL", nullable: false, description, ...options };
}

/** One word out of a closed list. */
export function oneOf<const V extends readonly [string, ...string[]]>(
  values: V,
  description: string,
): Column<V[number]> {
  return { schema: z.enum(values), sqlType: "TEXT", nullable: false, description, values };
}

/** A text of a fixed form, such as a date or a period. */
export function pattern(form: RegExp, description: string, options: Options = {}): Column<string> {
  return { schema: z.string().regex(form), sqlType: "TEXT", nullable: false, description, form, ...options };
}

/** The same column, where a value can be missing. */
export function nullable<T>(column: Column<T>): Column<T | null> {
  return { ...column, schema: column.schema.nullable(), nullable: true };
}

/** What a column means, its unit included, in one line. */
export function meaningOf({ description, unit }: Pick<Column, "description" | "unit">): string {
  const words = unit === undefined ? description : `${description} Unit: ${unit}.`;
  return words.replaceAll(/\s+/g, " ");
}
