import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { startSampleServer } from "../../../sources/sample/server.ts";

const DOCUMENTS = new URL("../../../sources/sample/documents", import.meta.url).pathname;

/** A workbook of the sample as text: its sheets, row by row. */
export type SampleWorkbook = { readonly sheets: Record<string, (string | number | null)[][]> };

/** A copy of the sample whose documents change from one night to the next. Closed with the test. */
export async function startChangingSample() {
  const folder = mkdtempSync(join(tmpdir(), "sample-"));
  cpSync(DOCUMENTS, folder, { recursive: true });
  const server = await startSampleServer({ documents: folder });
  onTestFinished(async () => {
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const edit = (path: string, change: (text: string) => string) => {
    const before = readFileSync(join(folder, path), "utf8");
    const after = change(before);
    if (after === before) throw new Error(`Nothing has changed in ${path}.`);
    writeFileSync(join(folder, path), after);
  };
  return {
    url: server.url,
    edit,
    /** Changes the cells of a workbook. */
    editWorkbook: (path: string, change: (workbook: SampleWorkbook) => void) =>
      edit(path, (text) => {
        const workbook = JSON.parse(text) as SampleWorkbook;
        change(workbook);
        return JSON.stringify(workbook);
      }),
    write: (path: string, body: string | Uint8Array) => writeFileSync(join(folder, path), body),
    remove: (path: string) => rmSync(join(folder, path), { recursive: true }),
    rename: (from: string, to: string) => renameSync(join(folder, from), join(folder, to)),
    /** Every document is again what the sample has. */
    restore: () => cpSync(DOCUMENTS, folder, { recursive: true }),
  };
}
