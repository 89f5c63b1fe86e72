import { spawn } from "node:child_process";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import type { BuiltProgram } from "../../built-program.ts";
import { FIRST_NIGHT } from "./refreshed-store.ts";

/** A refresh of the handbook in a process of its own. */
export type StartedRefresh = {
  readonly pid: number;
  readonly send: (signal: "SIGINT" | "SIGTERM" | "SIGKILL") => void;
  /** How the process ended; `exit` is null where a signal ended it. */
  readonly ended: Promise<{ readonly exit: number | null; readonly stdout: string }>;
};

export function startRefresh(
  program: BuiltProgram,
  store: string,
  mirror: string,
  now = FIRST_NIGHT,
): StartedRefresh {
  const cli = join(program.folder, "pipelines", "cli.js");
  const words = [
    cli,
    "refresh",
    "--mirror",
    mirror,
    "--source",
    "us-ooh",
    "--store",
    store,
    "--json",
    "--quiet",
  ];
  const child = spawn(process.execPath, words, {
    env: { ...process.env, OCCUPATIONS_NOW: now },
    stdio: ["ignore", "pipe", "inherit"],
  });
  let stdout = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    stdout += text;
  });
  const ended = new Promise<{ exit: number | null; stdout: string }>((resolve, reject) => {
    child.on("error", reject).on("close", (exit) => resolve({ exit, stdout }));
  });
  onTestFinished(async () => {
    child.kill("SIGKILL");
    await ended;
  });
  return { pid: child.pid ?? 0, send: (signal) => void child.kill(signal), ended };
}
