import { resolve } from "node:path";
import { inspect } from "node:util";
import { clockFrom } from "./clock.ts";
import { type GlobalOptions, type Request, requestFrom } from "./command-line.ts";
import { archiveCommands } from "./commands/archive.ts";
import type { CommandDefinition, CommandGroup, CommandResult } from "./commands/command.ts";
import { diffCommand } from "./commands/diff.ts";
import { explainCommand } from "./commands/explain.ts";
import { historyCommand } from "./commands/history.ts";
import { pruneCommand } from "./commands/prune.ts";
import { publishCommand } from "./commands/publish.ts";
import { refreshCommand } from "./commands/refresh.ts";
import { retryCommand } from "./commands/retry.ts";
import { rollbackCommand } from "./commands/rollback.ts";
import { scheduleCommand } from "./commands/schedule.ts";
import { searchCommand } from "./commands/search.ts";
import { showCommand } from "./commands/show.ts";
import { sourcesCommand } from "./commands/sources.ts";
import { statusCommand } from "./commands/status.ts";
import { verifyCommand } from "./commands/verify.ts";
import { versionsCommand } from "./commands/versions.ts";
import { endingOf } from "./errors/ending.ts";
import { EXIT, type ExitCode } from "./exit-codes.ts";
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
  archiveCommands,
];

/** What the process gives: a `World` before the command line was read. */
export type Surroundings = Omit<World, "store" | "now" | "json" | "quiet" | "verbose"> & {
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
  const result = await request.run(world);
  writeResult(result, world);
  return result.exit ?? EXIT.done;
}

function worldFrom({ workingDirectory, ...surroundings }: Surroundings, globals: GlobalOptions): World {
  return {
    ...surroundings,
    store: resolve(workingDirectory, globals.store ?? "output"),
    now: clockFrom(surroundings.env),
    json: globals.json ?? false,
    quiet: globals.quiet ?? false,
    verbose: globals.verbose ?? false,
  };
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
  else if ((result.exit ?? EXIT.done) !== EXIT.done) world.stderr.write(content);
}

/** The command line may not have been understood, so the flag is looked for in its words. */
function reportError(
  error: unknown,
  argv: readonly string[],
  { stdout, stderr, env }: Surroundings,
): ExitCode {
  const ending = endingOf(error);
  if (isJson(argv)) stdout.write(jsonOf({ error: ending }));
  else stderr.write(`occupations: ${ending.message}\n`);
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
