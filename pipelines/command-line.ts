import { Command, CommanderError } from "commander";
import type { CommandDefinition, CommandGroup, CommandResult } from "./commands/command.ts";
import { UsageError } from "./errors/usage-error.ts";
import { TOOL_VERSION } from "./tool-version.ts";
import type { World } from "./world.ts";

/** Options that every command takes, before its name or after it. */
export type GlobalOptions = {
  readonly store?: string;
  readonly json?: boolean;
  readonly quiet?: boolean;
  readonly verbose?: boolean;
  readonly logFile?: string;
  readonly logFormat?: string;
};

/** What the command line asks for: a command, or a text such as the help. */
export type Request =
  | { readonly kind: "help" | "version"; readonly text: string }
  | {
      readonly kind: "command";
      readonly name: string;
      readonly globals: GlobalOptions;
      readonly run: (world: World) => CommandResult | Promise<CommandResult>;
    };

type Asked = (request: Request) => void;

/** @throws UsageError where the words make no sense. */
export function requestFrom(
  argv: readonly string[],
  commands: readonly (CommandDefinition | CommandGroup)[],
): Request {
  let asked: Request | undefined;
  let printed = "";
  const program = programOf(
    commands,
    (request) => {
      asked = request;
    },
    (text) => {
      printed += text;
    },
  );
  try {
    program.parse(argv, { from: "user" });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.code === "commander.version") return { kind: "version", text: printed };
    if (error.code === "commander.helpDisplayed") return { kind: "help", text: printed };
    throw usageErrorFrom(error);
  }
  if (asked === undefined) throw new UsageError("No command was named. See `occupations --help`.");
  return asked;
}

function usageErrorFrom(error: CommanderError): UsageError {
  if (error.code === "commander.help") {
    return new UsageError("No command was named. See `occupations --help`.");
  }
  const [sentence = "", hint = ""] = error.message.replace(/^error: /, "").split("\n");
  const words = sentence.charAt(0).toUpperCase() + sentence.slice(1);
  return new UsageError(
    `${[`${words.replace(/\.+$/, "")}.`, hint].filter(Boolean).join(" ")} See \`occupations --help\`.`,
  );
}

function programOf(
  commands: readonly (CommandDefinition | CommandGroup)[],
  ask: Asked,
  print: (text: string) => void,
): Command {
  const program = new Command("occupations")
    .description(
      "The official occupation data of the United States and the United Kingdom as one versioned dataset.",
    )
    .enablePositionalOptions()
    .exitOverride()
    .configureOutput({ writeOut: print, writeErr: () => {}, getOutHelpWidth: () => 80 })
    .helpCommand(false)
    .addHelpText("after", EXIT_CODES);
  addGlobalOptions(program);
  program.version(TOOL_VERSION, "--version", "print the version of the program");
  for (const entry of commands) {
    if ("commands" in entry) addGroup(program, entry, ask);
    else addCommand(program, entry, ask);
  }
  return program;
}

function addGroup(program: Command, group: CommandGroup, ask: Asked): void {
  const parent = program.command(group.name).summary(group.summary).description(group.summary);
  parent.enablePositionalOptions().helpCommand(false);
  addGlobalOptions(parent);
  for (const command of group.commands) addCommand(parent, command, ask);
}

function addCommand(parent: Command, definition: CommandDefinition, ask: Asked): void {
  const command = parent.command(definition.name).summary(definition.summary).description(definition.summary);
  command.allowExcessArguments(false);
  definition.declare?.(command);
  addGlobalOptions(command);
  if (!command.options.some((option) => option.long === "--version")) {
    command.version(TOOL_VERSION, "--version", "print the version of the program");
  }
  command.addHelpText("after", examplesOf(definition));
  command.action(() => {
    const { globals, own } = splitOptions(command);
    const args = command.processedArgs.flat().filter((argument) => argument !== undefined);
    ask({
      kind: "command",
      name: definition.name,
      globals,
      run: (world) => definition.run(world, args, own),
    });
  });
}

function addGlobalOptions(command: Command): void {
  command
    .optionsGroup("Options of every command:")
    .option("--store <dir>", "where archive and versions are (default: output/)")
    .option("--json", "print the result as one JSON object")
    .option("--quiet", "print nothing but the result")
    .option("--verbose", "print more about errors")
    .option("--log-file <file>", "add JSON lines to a log (or OCCUPATIONS_LOG_FILE)")
    .option("--log-format <format>", "json: JSON lines on stderr, too (or OCCUPATIONS_LOG_FORMAT)")
    .helpOption("-h, --help", "print this help");
}

const GLOBALS = ["store", "json", "quiet", "verbose", "logFile", "logFormat"];

/** What stands after the command's name wins over what stands before it. */
function splitOptions(command: Command): { readonly globals: GlobalOptions; readonly own: object } {
  const lineage: Command[] = [];
  for (let link: Command | null = command; link !== null; link = link.parent) lineage.unshift(link);
  const all = lineage.flatMap((link) => Object.entries(link.opts()));
  return {
    globals: Object.fromEntries(all.filter(([name]) => GLOBALS.includes(name))),
    own: Object.fromEntries(Object.entries(command.opts()).filter(([name]) => !GLOBALS.includes(name))),
  };
}

function examplesOf({ examples }: CommandDefinition): string {
  return `\nExamples:\n${examples.map((example) => `  $ ${example}`).join("\n")}`;
}

const EXIT_CODES = `
Exit codes:
    0  done: published, or nothing changed
    1  a bug
    2  wrong usage
    3  published, but some source was carried forward; status: stale or degraded
    4  refused by a check; nothing was published; verify: not as it was published
    5  another run holds the store
    6  no source could be reached
    7  the store, or the database to publish to, cannot be read or written
  130  interrupted; the next run goes on from there

Environment:
  OCCUPATIONS_CONTACT, OCCUPATIONS_LOG_FILE, OCCUPATIONS_LOG_FORMAT,
  OCCUPATIONS_METRICS_FILE    stand in for options of that name
  OCCUPATIONS_WEBHOOK, OCCUPATIONS_NOTIFY_COMMAND
                              are told when the state of the dataset changes

\`occupations <command> --help\` has examples.`;
