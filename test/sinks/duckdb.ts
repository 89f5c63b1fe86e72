import { DuckDBInstance } from "@duckdb/node-api";
import { onTestFinished } from "vitest";

/** Answers a query with rows, each an array in the order of the columns. */
export type Ask = (query: string) => Promise<unknown[][]>;

/** A DuckDB of its own, as a consumer has it. */
export async function openDuckdb(): Promise<Ask> {
  const instance = await DuckDBInstance.create();
  const connection = await instance.connect();
  onTestFinished(() => {
    connection.closeSync();
    instance.closeSync();
  });
  return async (query) => {
    const rows = (await connection.runAndReadAll(query)).getRows();
    return rows.map((row) => row.map((value) => (typeof value === "bigint" ? Number(value) : value)));
  };
}
