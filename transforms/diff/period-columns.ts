import type { TableShape } from "../model/table.ts";

const PERIODS: readonly string[] = ["reference_period", "base_year", "target_year"];

/**
 * The columns of a table's key that tell its period: two rows that share all of the key but these are a figure and its
 * successor in the next edition. None where the order of the key says otherwise.
 */
export function periodColumns({ key }: TableShape): readonly string[] {
  const periods = key.filter((column) => PERIODS.includes(column));
  return key.slice(-periods.length).every((column) => periods.includes(column)) ? periods : [];
}
