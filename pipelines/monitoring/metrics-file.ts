import { rename, rm, writeFile } from "node:fs/promises";

/**
 * Writes metrics for the textfile collector of node_exporter, in one step. What is not in place yet has another ending
 * than `.prom`: the collector reads every file that ends so.
 */
export async function writeMetricsFile(path: string, metrics: string): Promise<void> {
  const temporary = `${path}.${process.pid}.new`;
  try {
    await writeFile(temporary, metrics, { mode: 0o644 });
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}
