import type { CommandDefinition, CommandGroup } from "../../pipelines/commands/command.ts";
import { main, type Surroundings } from "../../pipelines/main.ts";
import type { Output, Registry } from "../../pipelines/world.ts";

export type RunOptions = {
  readonly commands?: readonly (CommandDefinition | CommandGroup)[];
  readonly env?: Readonly<Record<string, string>>;
  readonly workingDirectory?: string;
  readonly registry?: Partial<Registry>;
};

/** A world without a terminal, in which nothing is registered. */
export function surroundingsOf(stdout: Output, stderr: Output, options: RunOptions = {}): Surroundings {
  return {
    workingDirectory: options.workingDirectory ?? "/nowhere",
    env: options.env ?? {},
    stdout,
    stderr,
    isTerminal: false,
    width: 80,
    signal: new AbortController().signal,
    registry: {
      sources: [],
      sourceOf: () => undefined,
      quarantine: () => [],
      lastRound: () => undefined,
      newestRound: () => undefined,
      ...options.registry,
    },
  };
}

/** Runs a command line within this process, and tells what it printed. */
export async function runCommand(argv: readonly string[], options: RunOptions = {}) {
  const printed = { stdout: [] as Buffer[], stderr: [] as Buffer[] };
  const into = (chunks: Buffer[]): Output => ({ write: (content) => chunks.push(Buffer.from(content)) });
  const surroundings = surroundingsOf(into(printed.stdout), into(printed.stderr), options);
  const { exit } = await main(argv, surroundings, options.commands);
  return {
    exit,
    stdout: Buffer.concat(printed.stdout).toString(),
    stderr: Buffer.concat(printed.stderr).toString(),
  };
}
