import { resolve } from "node:path";
import { inspect } from "node:util";
import { clockFrom } from "./clock.ts";
import { type GlobalOptions, type Request, requestFrom } from "./command-line.ts";
import { archiveCommands } from "./commands/archive.ts";
import type { CommandDefinition, CommandGroup, CommandResult } from "./commands/command.ts";
import { diffCommand } from "./commands/diff.ts";
import { doctorCommand } from "./commands/doctor.ts";
import { explainCommand } from "./commands/explain.ts";
import { historyCommand } from "./commands/history.ts";
import { pruneCommand } from "./commands/prune.ts";
import { publishCommand } from "./commands/publish.ts";
import { refreshCommand } from "./commands/refresh.ts";
import { retryCommand } from "./commands/retry.ts";
import { rollbackCommand } from "./commands/rollback.ts";
import { scheduleCommand } from "./commands/schedule.ts";
import { searchCommand } from "./commands/search.ts";
import { serveCommand } from "./commands/serve.ts";
import { showCommand } from "./commands/show.ts";
import { sourcesCommand } from "./commands/sources.ts";
import { statusCommand } from "./commands/status.ts";
import { verifyCommand } from "./commands/verify.ts";
import { versionsCommand } from "./commands/versions.ts";
import { endingOf } from "./errors/ending.ts";
import { UsageError } from "./errors/usage-error.ts";
import { EXIT, type ExitCode } from "./exit-codes.ts";
import { type LogFields, type LogLevel, openLog } from "./monitoring/log.ts";
import type { World } from "./world.ts";

/** Every command of the program, in the order of the help. */
export const COMMANDS: readonly (CommandDefinition | CommandGroup)[] = [
  refreshCommand,
  retryCommand,
  scheduleCommand,
  sourcesCommand,
  statusCommand,
  versionsCommand,
  showCommand,
  searchCommand,
  diffCommand,
  explainCommand,
  historyCommand,
  verifyCommand,
  rollbackCommand,
  pruneCommand,
  publishCommand,
  serveCommand,
  archiveCommands,
  doctorCommand,
];

/** What the process gives: a `World` before the command line was read. */
export type Surroundings = Omit<World, "store" | "now" | "json" | "quiet" | "verbose" | "log"> & {
  /** Relative paths start here. */
  readonly workingDirectory: string;
};

/** Runs one command line to its end, whatever that is; nothing is thrown. */
export async function main(
  argv: readonly string[],
  surroundings: Surroundings,
  commands: readonly (CommandDefinition | CommandGroup)[] = COMMANDS,
): Promise<{ readonly exit: ExitCode }> {
  try {
    return { exit: await answer(requestFrom(argv, commands), argv, surroundings) };
  } catch (error) {
    return { exit: reportError(error, argv, surroundings) };
  }
}

async function answer(
  request: Request,
  argv: readonly string[],
  surroundings: Surroundings,
): Promise<ExitCode> {
  if (request.kind !== "command") {
    const { kind, text } = request;
    surroundings.stdout.write(isJson(argv) ? jsonOf({ [kind]: text.trim() }) : text);
    return EXIT.done;
  }
  const world = worldFrom(surroundings, request.globals);
  return withLog(world, request, async () => {
    const result = await request.run(world);
    writeResult(result, world);
    return result.exit ?? EXIT.done;
  });
}

/** An error is logged here, where there is a log, and told to people by who catches it. */
async function withLog(
  { log }: World,
  { name }: Request & { kind: "command" },
  work: () => Promise<ExitCode>,
): Promise<ExitCode> {
  const began = performance.now();
  const end = (exit: ExitCode, fields: LogFields = {}) => {
    const milliseconds = Math.round(performance.now() - began);
    log.write(LEVELS[exit], "command-ended", { command: name, exit, milliseconds, ...fields });
    return exit;
  };
  log.write("info", "command-started", { command: name });
  try {
    return end(await work());
  } catch (error) {
    const { code, exit, message } = endingOf(error);
    end(exit, { code, message });
    if (log.isOnStderr) throw new LoggedError(error);
    throw error;
  }
}

const LEVELS: Readonly<Record<ExitCode, LogLevel>> = {
  [EXIT.done]: "info",
  [EXIT.bug]: "error",
  [EXIT.usage]: "error",
  [EXIT.degraded]: "warn",
  [EXIT.refused]: "error",
  [EXIT.held]: "warn",
  [EXIT.unreachable]: "error",
  [EXIT.store]: "error",
  [EXIT.interrupted]: "warn",
};

/** Told on stderr already, as a line of the log. */
class LoggedError extends Error {
  constructor(error: unknown) {
    super("logged", { cause: error });
  }
}

function worldFrom({ workingDirectory, ...surroundings }: Surroundings, globals: GlobalOptions): World {
  const { env, stderr } = surroundings;
  const now = clockFrom(env);
  const [quiet, verbose] = [globals.quiet ?? false, globals.verbose ?? false];
  const file = globals.logFile ?? (env.OCCUPATIONS_LOG_FILE || undefined);
  const log = {
    file: file === undefined ? undefined : resolve(workingDirectory, file),
    format: logFormat(globals.logFormat ?? (env.OCCUPATIONS_LOG_FORMAT || "text")),
    isQuiet: quiet,
    isVerbose: verbose,
  };
  return {
    ...surroundings,
    store: resolve(workingDirectory, globals.store ?? "output"),
    now,
    json: globals.json ?? false,
    quiet,
    verbose,
    log: openLog(log, { stderr, env, now }),
  };
}

function logFormat(words: string): "text" | "json" {
  if (words === "text" || words === "json") return words;
  throw new UsageError(`The format of the log is "${words}". It has to be text or json.`);
}

function writeResult(result: CommandResult, world: World): void {
  if (world.json) {
    world.stdout.write(jsonOf(result.json));
    return;
  }
  const hasColour = world.isTerminal && !world.env.NO_COLOR;
  const text = result.text({ width: world.width, hasColour });
  const content = typeof text === "string" ? `${text.trimEnd()}\n` : text;
  if (!world.quiet || result.isReport !== true) world.stdout.write(content);
  else if ((result.exit ?? EXIT.done) !== EXIT.done && !world.log.isOnStderr) world.stderr.write(content);
}

/** The command line may not have been understood, so the flag is looked for in its words. */
function reportError(
  thrown: unknown,
  argv: readonly string[],
  { stdout, stderr, env }: Surroundings,
): ExitCode {
  const isLogged = thrown instanceof LoggedError;
  const error = isLogged ? thrown.cause : thrown;
  const ending = endingOf(error);
  if (isJson(argv)) stdout.write(jsonOf({ error: ending }));
  else if (!isLogged) stderr.write(`occupations: ${ending.message}\n`);
  if (argv.includes("--verbose") || env.DEBUG) stderr.write(`${inspect(error)}\n`);
  return ending.exit;
}

function isJson(argv: readonly string[]): boolean {
  const end = argv.indexOf("--");
  return argv.slice(0, end === -1 ? undefined : end).includes("--json");
}

function jsonOf(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
