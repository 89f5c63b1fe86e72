import type { Command } from "commander";
import type { ExitCode } from "../exit-codes.ts";
import type { Layout, World } from "../world.ts";

/** What a command came to: the same for programs and for people. */
export type CommandResult = {
  /** Without it: done. */
  readonly exit?: ExitCode;
  /** For `--json`. */
  readonly json: object;
  /**
   * The result tells how a job went, so that `--quiet` has nothing to show where all is well, and tells the rest on
   * stderr. Without it the result is what was asked for, and is always shown.
   */
  readonly isReport?: boolean;
  /** For a reader, or bytes that go to stdout as they are. */
  readonly text: (layout: Layout) => string | Uint8Array;
};

/** One command of the program. */
export type CommandDefinition<Options extends object = object> = {
  readonly name: string;
  /** One line for the list of commands. */
  readonly summary: string;
  /** Lines of the shell. */
  readonly examples: readonly string[];
  /** Declares arguments and options. */
  readonly declare?: (command: Command) => void;
  run(world: World, args: readonly string[], options: Options): CommandResult | Promise<CommandResult>;
};

/** Commands under one name: `archive list`, `archive show` … */
export type CommandGroup = {
  readonly name: string;
  readonly summary: string;
  readonly commands: readonly CommandDefinition[];
};
