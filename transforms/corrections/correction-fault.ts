import type { Correction } from "../../sources/correction.ts";
import type { Column } from "../model/column.ts";
import { provenance } from "../model/columns.ts";
import { FACT_TABLES, model } from "../model/model.ts";
import { OWNER_COLUMNS } from "../model/owner-column.ts";

/** Why a correction cannot be applied to any row of the model, in words; nothing where it can. */
export function correctionFault(correction: Correction): string | undefined {
  const table = FACT_TABLES.find((name) => name === correction.table);
  const owner = table === undefined ? undefined : OWNER_COLUMNS.get(table);
  if (table === undefined || owner === undefined) return `${correction.table} is no table about occupations`;
  const columns: Readonly<Record<string, Column>> = model[table].columns;
  const key: readonly string[] = model[table].key;
  const { column, published, corrected, evidence, reason, since } = correction;
  const target = columns[column];
  if (target === undefined || column in provenance) return `${table} has no column ${column} to correct`;
  if (key.includes(column)) return `${column} belongs to the key of ${table}: that is another fact`;
  for (const [name, value] of Object.entries(correction.key))
    if (!key.includes(name) || name === owner || columns[name]?.schema.safeParse(value).success !== true)
      return `${name} = ${value} is no part of a key of ${table}`;
  const missing = key.find(
    (name) => name !== owner && !(name in correction.key) && columns[name]?.nullable !== true,
  );
  if (missing !== undefined) return `${missing}, which belongs to the key of ${table}, is missing`;
  for (const value of [published, corrected])
    if (!target.schema.safeParse(value).success) return `${value} is no value of ${table}.${column}`;
  if (published === corrected) return "it corrects nothing";
  if ([reason, evidence.words].some((words) => words.trim() === "")) return "it gives no reason or evidence";
  if (!URL.canParse(evidence.url)) return `${evidence.url} is no address`;
  return /^\d{4}-\d{2}-\d{2}$/.test(since) ? undefined : `${since} is no date`;
}
