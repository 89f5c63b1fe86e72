import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import type { RunReport } from "../../../pipelines/refresh/report.ts";
import { startSampleServer } from "../../../sources/sample/server.ts";
import { type Circumstances, runIn } from "../run-in.ts";

/** Nights of the tests, in order. */
export const FIRST_NIGHT = "2026-11-20T02:15:00Z";
export const SECOND_NIGHT = "2026-11-21T02:15:00Z";
export const THIRD_NIGHT = "2026-11-22T02:15:00Z";
export const FOURTH_NIGHT = "2026-11-23T02:15:00Z";
/** Soon enough after the first night to go on with what was begun there. */
export const FIRST_MORNING = "2026-11-20T08:00:00Z";

export type Ended = {
  readonly exit: number;
  readonly report: RunReport;
  /** Of an ending that is an error. */
  readonly error: { readonly code: string; readonly exit: number; readonly message: string };
  readonly stderr: string;
};

/** `occupations refresh …` in this process: of the handbook, unless the words name a source or the whole sample. */
export async function refreshIn(
  store: string,
  argv: readonly string[],
  circumstances?: Circumstances,
): Promise<Ended> {
  const isNamed = argv.includes("--source") || argv.includes("--sample");
  const words = ["refresh", ...argv, ...(isNamed ? [] : ["--source", "us-ooh"])];
  const { exit, json, stderr } = await runIn(store, words, circumstances);
  const { error } = json as Partial<Ended>;
  const none = { code: "", exit: 0, message: "" };
  return { exit, report: json as RunReport, error: error ?? none, stderr };
}

/** A folder for a store, which is removed with the test. */
export function newStore(): string {
  const folder = mkdtempSync(join(tmpdir(), "refresh-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, "store");
}

/** A store with the handbook of the sample, published on the first night through a mirror; for `beforeAll`. */
export async function publishedSample(): Promise<{ path: string; version: string; remove: () => void }> {
  const folder = mkdtempSync(join(tmpdir(), "refresh-"));
  const path = join(folder, "store");
  const sample = await startSampleServer();
  const { report } = await refreshIn(path, ["--mirror", sample.url]);
  await sample.close();
  if (report.version === null) throw new Error(`The sample was not published: ${report.message}`);
  return { path, version: report.version, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** A store of its own that begins as a copy of another. */
export function copyOf(store: string): string {
  const copy = newStore();
  cpSync(store, copy, { recursive: true, verbatimSymlinks: true });
  return copy;
}

export function versionsIn(store: string): string[] {
  const folder = join(store, "versions");
  return existsSync(folder) ? readdirSync(folder).toSorted() : [];
}

/** The version that the link `latest` names. */
export function latestOf(store: string): string | undefined {
  const link = join(store, "latest");
  return existsSync(link) ? readlinkSync(link).replace("versions/", "") : undefined;
}

/** Names of the reports for programs; beside each lies one for people. */
export function reportsIn(store: string): string[] {
  return readdirSync(join(store, "runs"))
    .filter((name) => name.endsWith(".json"))
    .toSorted();
}

export function readStoreJson(store: string, ...path: readonly string[]): Record<string, unknown> {
  return JSON.parse(readFileSync(join(store, ...path), "utf8"));
}

/** Every file of a version with its content, for "the same bytes". */
export function bytesOf(store: string, version: string): Map<string, string> {
  const folder = join(store, "versions", version);
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
  return new Map(
    files.map(({ parentPath, name }) => {
      const path = join(parentPath, name);
      return [path.slice(folder.length), readFileSync(path, "base64")];
    }),
  );
}
