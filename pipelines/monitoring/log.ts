import { appendFileSync } from "node:fs";
import pino from "pino";
import { UsageError } from "../errors/usage-error.ts";
import { TOOL_VERSION } from "../tool-version.ts";
import type { World } from "../world.ts";
import { hideSecrets } from "./secrets.ts";

export type LogLevel = "debug" | "info" | "warn" | "error";

/** What a line says beside its level, its time and its event. */
export type LogFields = Readonly<Record<string, unknown>>;

/** The log of one process: JSON lines, to a file, to stderr, to both, or to nobody. */
export type Log = {
  readonly write: (level: LogLevel, event: string, fields?: LogFields) => void;
  /** The same log, whose lines name a run. */
  readonly ofRun: (run: string) => Log;
  /** stderr has JSON lines instead of words for people. */
  readonly isOnStderr: boolean;
  /** As the operator wants it, for processes that this one starts. */
  readonly options: LogOptions;
};

/** How the operator wants the log. */
export type LogOptions = {
  /** Absolute path; lines are added to it. */
  readonly file: string | undefined;
  readonly format: "text" | "json";
  readonly isQuiet: boolean;
  readonly isVerbose: boolean;
};

/** @throws UsageError where the file cannot be written. */
export function openLog(
  options: LogOptions,
  { stderr, env, now }: Pick<World, "stderr" | "env" | "now">,
): Log {
  const { file, format, isQuiet, isVerbose } = options;
  const isOnStderr = format === "json";
  const level = isVerbose ? "debug" : "info";
  const streams = [
    ...(file === undefined ? [] : [{ level, stream: appendTo(file, stderr) } as const]),
    ...(isOnStderr ? [{ level: isQuiet ? "error" : level, stream: stderr } as const] : []),
  ];
  const logger = pino(
    {
      level: streams.length === 0 ? "silent" : level,
      base: { program: `occupations/${TOOL_VERSION}`, pid: process.pid },
      timestamp: () => `,"time":"${now().toISOString()}"`,
      formatters: { level: (label) => ({ level: label }) },
      redact: { paths: REDACTED, censor: "[hidden]" },
      hooks: { streamWrite: hideSecrets(env) },
    },
    pino.multistream(streams),
  );
  return logOn(logger, isOnStderr, options);
}

/** Headers that carry keys; none that we keep does today. */
const REDACTED = ["headers.authorization", "headers.cookie", 'headers["set-cookie"]'];

function logOn(logger: pino.Logger, isOnStderr: boolean, options: LogOptions): Log {
  return {
    write: (level, event, fields = {}) => logger[level]({ event, ...fields }),
    ofRun: (run) => logOn(logger.child({ run }), isOnStderr, options),
    isOnStderr,
    options,
  };
}

/**
 * Opens the file anew for each line, which is never much work: whoever rotates it may rename or empty it at any time, and
 * several processes may share it. A disk that is full is told once, and costs the log, not the run.
 */
function appendTo(file: string, stderr: World["stderr"]): { readonly write: (line: string) => void } {
  try {
    appendFileSync(file, "");
  } catch (error) {
    throw new UsageError(
      `The log ${file} cannot be written (${messageOf(error)}). Give --log-file another path, or make the folder; nothing was done.`,
      "log-unwritable",
    );
  }
  let hasFailed = false;
  return {
    write: (line) => {
      try {
        appendFileSync(file, line);
      } catch (error) {
        if (!hasFailed) stderr.write(`The log ${file} can no longer be written: ${messageOf(error)}\n`);
        hasFailed = true;
      }
    },
  };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
