import { randomBytes } from "node:crypto";
import { mkdir, readdir, readFile, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { asStoreError } from "../../sources/archive/store-error.ts";
import { runText } from "../monitoring/run-text.ts";
import { replaceJson, replaceText, TEMPORARY } from "../publish/durable.ts";
import type { RefreshResult } from "./result.ts";
import type { RefreshSettings } from "./settings.ts";

/** The report of a run, `runs/<run>.json`, and `.txt` for people: written however the run ended. */
export type RunReport = {
  readonly run: string;
  /** refresh, or retry: then `retry_of` names the run whose failures were asked for again. */
  readonly command: "refresh" | "retry";
  readonly retry_of: string | null;
  /** Where responses came from: fetch (the publishers), mirror, sample, archive (nobody was asked). */
  readonly way: RefreshSettings["from"];
  /** The address of the mirror, without name and password. */
  readonly mirror: string | null;
  readonly started_at: string;
  /** NULL while it runs. */
  readonly finished_at: string | null;
  /** crashed: a bug, a full disk, a kill; interrupted: by the operator; misused: it was asked for what there is not. */
  readonly outcome: RefreshResult["outcome"] | "running" | "crashed" | "interrupted" | "misused";
  /** The program's exit code; NULL while it runs, and where it was killed. */
  readonly exit: number | null;
  readonly message: string;
  /** The latest version when the run ended; NULL where nothing is published. */
  readonly version: string | null;
  /** Whether that version is this run's. */
  readonly is_new: boolean;
  /** Against the version before this run; NULL where the run did not come to a version. */
  readonly changes: RefreshResult["changes"];
  readonly dry_run: boolean;
  readonly sources: RefreshResult["sources"];
  readonly comparisons: RefreshResult["comparisons"];
  readonly hosts: RefreshResult["hosts"];
  readonly issues: RefreshResult["issues"];
  readonly failures: RefreshResult["failures"];
  readonly not_due: RefreshResult["notDue"];
  readonly quarantine: RefreshResult["quarantine"];
  /** What the operator was told of this run, and of earlier ones; absent where nobody wants to be told. */
  readonly notifications?: readonly NotificationReport[];
};

/** What became of one notification on one of its ways. */
export type NotificationReport = {
  readonly channel: "webhook" | "command";
  /** waiting: it could not be delivered, and the next run tries again; given-up: that was the last try. */
  readonly outcome: "delivered" | "waiting" | "given-up";
  readonly subject: string;
  /** Why it was not delivered. */
  readonly detail: string | null;
};

/** Names a run by its start. */
export function runId(startedAt: Date): string {
  const time = startedAt
    .toISOString()
    .replace(/\.\d+Z$/, "Z")
    .replace(/[-:]/g, "");
  return `${time}-${randomBytes(3).toString("hex")}`;
}

/** Writes the report for programs and for people. */
export async function writeReport(store: string, report: RunReport): Promise<void> {
  const path = join(store, "runs", report.run);
  try {
    await mkdir(dirname(path), { recursive: true });
    await replaceText(`${path}.txt`, runText(report, store));
    await replaceJson(`${path}.json`, report);
  } catch (error) {
    throw asStoreError(error, `${path}.json`);
  }
}

/**
 * Reports of runs that were killed still say that they run. The caller holds the store, so they don't; nor is anybody
 * writing what is half written.
 */
export async function closeUnfinishedReports(store: string): Promise<void> {
  const folder = join(store, "runs");
  const names = await readdir(folder).catch(() => []);
  for (const name of names.filter((name) => name.startsWith(TEMPORARY)))
    await removeLeftover(join(folder, name));
  for (const name of names
    .filter((name) => name.endsWith(".json"))
    .toSorted()
    .slice(-20)) {
    const report = await readReport(join(folder, name));
    if (report?.outcome === "running")
      await writeReport(store, {
        ...report,
        outcome: "crashed",
        message: "The run was killed before it could end.",
      });
  }
}

/** `undefined` where the file is cut off or something else. */
async function readReport(path: string): Promise<RunReport | undefined> {
  try {
    return JSON.parse(await readFile(path, "utf8")) as RunReport;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw asStoreError(error, path);
  }
}

async function removeLeftover(path: string): Promise<void> {
  try {
    await rm(path, { force: true });
  } catch (error) {
    throw asStoreError(error, path);
  }
}
