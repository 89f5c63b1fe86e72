import { FACT_TABLES, type FactTable, model } from "./model.ts";

/** Tables that say something of one occupation, and the column that names it. */
export const OWNER_COLUMNS: ReadonlyMap<FactTable, string> = new Map(
  FACT_TABLES.flatMap((table): [FactTable, string][] => {
    const { columns } = model[table];
    if ("occupation_id" in columns) return [[table, "occupation_id"]];
    if ("from_id" in columns) return [[table, "from_id"]];
    return table === "occupation" ? [[table, "id"]] : [];
  }),
);
