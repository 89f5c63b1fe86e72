import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Cron } from "croner";
import { describe, expect, test } from "vitest";
import { parse, parseAllDocuments } from "yaml";
import { requestFrom } from "../../../pipelines/command-line.ts";
import { EXIT } from "../../../pipelines/exit-codes.ts";
import { COMMANDS } from "../../../pipelines/main.ts";
import { SOURCES } from "../../../pipelines/registry.ts";
import { GRACE_MILLISECONDS } from "../../../pipelines/schedule/refresh-process.ts";
import { temporaryFolder } from "../../sinks/temporary-folder.ts";

const ROOT = join(import.meta.dirname, "../../..");
const FOLDER = join(ROOT, "pipelines/deploy");
const read = (name: string) => readFileSync(join(FOLDER, name), "utf8");

/** What watches over it has a folder, and tests, of its own. */
const EXAMPLES = readdirSync(FOLDER, { withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name !== "README.md")
  .map(({ name }) => name);

/** The command lines in the examples, without the program. */
function commandLines(): { readonly file: string; readonly words: string }[] {
  return EXAMPLES.flatMap((file) =>
    [...read(file).matchAll(/(?:npx occupations|cli\.js) ([a-z].*?)(?= {2,}| \|\| |$)/gm)].map(
      ([, words = ""]) => ({ file, words }),
    ),
  );
}

const understood = (words: readonly string[]) =>
  expect(requestFrom(words, COMMANDS)).toMatchObject({ kind: "command" });

/** The times of a nightly run, on days before and after the clocks change. */
const DAYS = ["2026-01-15", "2026-03-08", "2026-03-29", "2026-07-15", "2026-10-25", "2026-11-01"];

/** A nightly run finds the sources due whose time has come since the last one, whatever clocks do. */
function expectAfterUsualTimes(expression: string, timeZone: string): void {
  const runs = new Cron(expression, { timezone: timeZone, paused: true });
  for (const day of DAYS) {
    const run = runs.nextRun(new Date(`${day}T00:00:00Z`));
    if (run === null) throw new Error(`${expression} never comes.`);
    for (const { source } of SOURCES) {
      if (source.schedule === undefined) continue;
      const usual = new Cron("30 4 * * *", { timezone: source.schedule.timeZone, paused: true });
      const [last] = usual.previousRuns(1, run);
      const hours = (run.getTime() - (last?.getTime() ?? 0)) / 3_600_000;
      expect([day, source.id, hours >= 0.5 && hours < 12]).toEqual([day, source.id, true]);
    }
  }
}

describe("every example", () => {
  test("is named in the README of the folder", () => {
    for (const file of EXAMPLES) expect(read("README.md")).toContain(`(${file})`);
  });

  test.each(commandLines())("calls the program as it is: $file: $words", ({ words }) => {
    understood(words.split(" "));
  });

  test("is found", () => {
    const files = new Set(commandLines().map(({ file }) => file));
    expect([...files].toSorted()).toEqual(
      ["crontab", "github-actions.yml", "occupations-schedule.service", "occupations.service"].toSorted(),
    );
  });
});

describe("crontab", () => {
  const lines = read("crontab").split("\n");
  const jobs = lines.filter((line) => /^[\d*]/.test(line));

  test.each(jobs)("has a time that cron understands: %s", (job) => {
    const expression = job.split(/\s+/).slice(0, 5).join(" ");
    expect(new Cron(expression, { mode: "5-part", paused: true }).nextRun()).not.toBeNull();
    // cron ends a command at a percent sign.
    expect(job).not.toContain("%");
  });

  test("has nothing but jobs, settings and explanations", () => {
    for (const line of lines) expect(line).toMatch(/^$|^#|^[A-Z_]+=\S|^[\d*].* occupations /);
    expect(jobs).toHaveLength(3);
  });

  test("on a server in UTC, runs after the usual times of all sources", () => {
    expectAfterUsualTimes(jobs[0]?.split(/\s+/).slice(0, 5).join(" ") ?? "", "UTC");
  });
});

describe("systemd", () => {
  const units = ["occupations.service", "occupations.timer", "occupations-schedule.service"];
  const hasSystemd = spawnSync("systemd-analyze", ["--version"]).status === 0;

  test.skipIf(!hasSystemd)("finds nothing wrong with the units", () => {
    const folder = temporaryFolder();
    // The program of this machine in place of the server's.
    for (const unit of units)
      writeFileSync(join(folder, unit), read(unit).replaceAll("/usr/bin/node", process.execPath));
    const paths = units.map((unit) => join(folder, unit));
    const { status, stdout, stderr } = spawnSync("systemd-analyze", ["verify", ...paths], {
      encoding: "utf8",
    });
    const told = `${stdout}${stderr}`.split("\n").filter((line) => line.includes("occupations"));
    expect([status, told]).toEqual([0, []]);
  });

  test("the timer comes after the usual times of all sources", () => {
    const [, hour, minute, zone] =
      /^OnCalendar=\*-\*-\* (\d\d):(\d\d):00 (\S+)$/m.exec(read(units[1] ?? "")) ?? [];
    expectAfterUsualTimes(`${Number(minute)} ${Number(hour)} * * *`, zone ?? "");
  });

  test("the schedule is given the time to stop its run, and is not started again on wrong usage", () => {
    const [, seconds] = /^TimeoutStopSec=(\d+)s$/m.exec(read("occupations-schedule.service")) ?? [];
    expect(Number(seconds) * 1000).toBeGreaterThan(2 * GRACE_MILLISECONDS);
    expect(read("occupations-schedule.service")).toMatch(/^KillMode=mixed$/m);
    expect(read("occupations-schedule.service")).toMatch(
      new RegExp(`^RestartPreventExitStatus=${EXIT.usage}$`, "m"),
    );
    expect(read("occupations.service")).toMatch(new RegExp(`^SuccessExitStatus=${EXIT.interrupted}$`, "m"));
  });
});

describe("Containerfile", () => {
  const lines = read("Containerfile").split("\n");

  test("copies files that there are", () => {
    const copied = lines
      .filter((line) => line.startsWith("COPY ") && !line.includes("--from="))
      .flatMap((line) => line.split(" ").slice(1, -1));
    expect(copied.length).toBeGreaterThan(5);
    for (const path of copied) expect([path, existsSync(join(ROOT, path))]).toEqual([path, true]);
  });

  test("runs the schedule with a command line that the program understands", () => {
    const listOf = (name: string): string[] =>
      JSON.parse(lines.find((line) => line.startsWith(`${name} [`))?.slice(name.length + 1) ?? "[]");
    const [node, cli = ""] = listOf("ENTRYPOINT");
    expect([node, existsSync(join(ROOT, cli.replace("/app/build/", "").replace(/\.js$/, ".ts")))]).toEqual([
      "node",
      true,
    ]);
    understood(listOf("CMD"));
    expect(lines).toContain("USER node");
  });
});

describe("the workflow", () => {
  const workflow = parse(read("github-actions.yml"));

  test("runs once a night, one run at a time, and cuts none off", () => {
    const [{ cron }] = workflow.on.schedule;
    expectAfterUsualTimes(cron, "UTC");
    expect(workflow.concurrency).toEqual({ group: "occupations", "cancel-in-progress": false });
  });

  test("keeps the store of a run that failed, and before it prunes it", () => {
    const steps: Record<string, string>[] = workflow.jobs.refresh.steps;
    const at = (words: string) => steps.findIndex((step) => JSON.stringify(step).includes(words));
    expect(at("cache/restore")).toBeLessThan(at("occupations refresh"));
    expect(at("occupations prune")).toBeLessThan(at("cache/save"));
    expect(steps[at("cache/save")]).toMatchObject({ if: "always()" });
  });
});

describe("the CronJob", () => {
  const [claim, job] = parseAllDocuments(read("kubernetes-cronjob.yaml")).map((one) => one.toJS());
  const pod = job.spec.jobTemplate.spec.template.spec;

  test("runs once a night, one run at a time", () => {
    expectAfterUsualTimes(job.spec.schedule, job.spec.timeZone);
    expect(job.spec.concurrencyPolicy).toBe("Forbid");
  });

  test("runs a command line that the program understands, on the volume that it claims", () => {
    const [container] = pod.containers;
    understood(container.args);
    expect(container.args).toContain(container.volumeMounts[0].mountPath);
    expect(pod.volumes[0].persistentVolumeClaim.claimName).toBe(claim.metadata.name);
    expect(pod.volumes[0].name).toBe(container.volumeMounts[0].name);
  });

  test("does not try again where that would change nothing", () => {
    const [rule] = job.spec.jobTemplate.spec.podFailurePolicy.rules;
    expect(rule.onExitCodes.values).toEqual([EXIT.usage, EXIT.degraded, EXIT.refused]);
    // Kubernetes asks for that where there is such a policy.
    expect(pod.restartPolicy).toBe("Never");
  });
});
