import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { inStore } from "../../sources/archive/store-error.ts";
import { UsageError } from "../errors/usage-error.ts";
import { readJson } from "../publish/store-layout.ts";

/** What `retry` reads of a run's report. */
const failedRunSchema = z.object({
  run: z.string(),
  outcome: z.string(),
  way: z.enum(["fetch", "mirror", "sample", "archive"]),
  mirror: z.string().nullable(),
  failures: z.array(z.object({ source: z.string(), url: z.string(), kind: z.string(), message: z.string() })),
});

export type FailedRun = z.infer<typeof failedRunSchema>;

/** Outcomes of runs that did not come to an end, so that their reports do not tell what failed. */
const CUT_OFF: ReadonlySet<string> = new Set(["running", "crashed", "interrupted", "misused"]);

/** So many runs are named where one is not known. */
const MOST_NAMED = 5;

/** The report of a run, by its name or as `latest`. @throws UsageError where it does not tell what failed. */
export async function readFailedRun(store: string, name: string): Promise<FailedRun> {
  const names = runsIn(store);
  const run = name === "latest" ? names[0] : names.find((one) => one === name);
  if (run === undefined) throw new UsageError(unknownWords(store, name, names), "unknown-run");
  const report = await readJson(join(store, "runs", `${run}.json`), failedRunSchema);
  if (report === undefined)
    throw new UsageError(
      `The report of ${run} does not list what failed: it is damaged, or an older program wrote it. \`occupations refresh\` asks for whatever is due.`,
      "run-unreadable",
    );
  if (CUT_OFF.has(report.outcome))
    throw new UsageError(
      `${run} did not come to its end (${report.outcome}), so nobody knows what would have failed. \`occupations refresh\` goes on where it was.`,
      "run-cut-off",
    );
  return report;
}

/** Names of runs, the newest first: they begin with their time. */
function runsIn(store: string): readonly string[] {
  const folder = join(store, "runs");
  if (!existsSync(folder)) return [];
  const files = inStore(folder, () => readdirSync(folder)).filter((file) => file.endsWith(".json"));
  return files
    .map((file) => file.slice(0, -".json".length))
    .toSorted()
    .toReversed();
}

function unknownWords(store: string, name: string, names: readonly string[]): string {
  if (names.length === 0) return `${store} has no reports of runs, so there is nothing to try again.`;
  return `There is no run ${name}. The last runs are: ${names.slice(0, MOST_NAMED).join(", ")}; "latest" is the first of them.`;
}
