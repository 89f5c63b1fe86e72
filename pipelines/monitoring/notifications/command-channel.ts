import { spawn } from "node:child_process";
import type { World } from "../../world.ts";
import type { Channel } from "./channel.ts";
import type { NotificationMessage } from "./message.ts";

/** A program and its arguments; no shell ever sees them. */
export type NotifyCommand = { readonly program: string; readonly args: readonly string[] };

/** `/usr/local/bin/notify --to ops`: words between blanks. */
export function notifyCommandFrom(env: World["env"]): NotifyCommand | undefined {
  const [program, ...args] = (env.OCCUPATIONS_NOTIFY_COMMAND ?? "").split(/\s+/).filter(Boolean);
  return program === undefined ? undefined : { program, args };
}

const LIMIT_MILLISECONDS = 30_000;
const LONGEST_COMPLAINT = 300;

/** What the command has of our environment: enough to find programs, and no secrets. */
const INHERITED = ["PATH", "HOME", "LANG", "TZ", "TMPDIR"] as const;

/** Runs the command with the message on stdin, as JSON; it has done its work where it ends with 0. */
export function commandChannel(
  command: NotifyCommand,
  env: World["env"],
  limitMilliseconds = LIMIT_MILLISECONDS,
): Channel {
  return { name: "command", send: (message) => run(command, env, message, limitMilliseconds) };
}

function run(
  { program, args }: NotifyCommand,
  env: World["env"],
  message: NotificationMessage,
  limitMilliseconds: number,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      env: environmentOf(env, message),
      stdio: ["pipe", "ignore", "pipe"],
      timeout: limitMilliseconds,
      killSignal: "SIGKILL",
    });
    let complaint = "";
    child.stderr.setEncoding("utf8").on("data", (words: string) => {
      complaint = (complaint + words).slice(0, LONGEST_COMPLAINT);
    });
    child.on("error", (error) => reject(new Error(`${program} could not be started: ${error.message}.`)));
    // What it leaves running may keep its stderr open: its own end is what counts.
    child.on("exit", (code, signal) => {
      child.stderr.destroy();
      if (code === 0) resolve();
      else reject(new Error(`${program} ${endWords(code, signal, limitMilliseconds)}${said(complaint)}`));
    });
    // One that does not read what it is told is free to do so.
    child.stdin.on("error", () => {});
    child.stdin.end(`${JSON.stringify(message)}\n`);
  });
}

function environmentOf(env: World["env"], message: NotificationMessage): Record<string, string> {
  const inherited = INHERITED.flatMap((name) =>
    env[name] === undefined ? [] : [[name, env[name]] as const],
  );
  return {
    ...Object.fromEntries(inherited),
    OCCUPATIONS_EVENT: message.event,
    OCCUPATIONS_RUN: message.run,
    OCCUPATIONS_OUTCOME: message.outcome,
    OCCUPATIONS_VERSION: message.version ?? "",
    OCCUPATIONS_STORE: message.store,
    OCCUPATIONS_TEXT: message.text,
  };
}

function endWords(code: number | null, signal: NodeJS.Signals | null, limitMilliseconds: number): string {
  if (code !== null) return `ended with ${code}.`;
  return `was stopped by ${signal}; it has ${limitMilliseconds / 1000} s.`;
}

function said(complaint: string): string {
  return complaint.trim() === "" ? "" : ` It said: ${complaint.trim()}`;
}
