import type { CommandDefinition, CommandGroup } from "../../pipelines/commands/command.ts";
import { COMMANDS } from "../../pipelines/main.ts";
import { codeBlocks } from "./code-blocks.ts";

/** A command by its whole name, `archive show`, with its examples. */
export type ExampleCommand = { readonly name: string; readonly examples: readonly string[] };

export const EXAMPLE_COMMANDS: readonly ExampleCommand[] = COMMANDS.flatMap(commandsIn);

function commandsIn(entry: CommandDefinition | CommandGroup): readonly ExampleCommand[] {
  if (!("commands" in entry)) return [entry];
  return entry.commands.map(({ name, examples }) => ({ name: `${entry.name} ${name}`, examples }));
}

/** The lines of the README's blocks that call the program. */
export function readmeExamples(): readonly string[] {
  const blocks = ["sh", ""].flatMap((language) => codeBlocks("README.md", language));
  const lines = blocks.flatMap((block) => block.split("\n"));
  return lines.flatMap((line) => {
    const [, words] = /^(?:\$ |.*&& )?(?:npx )?(occupations .*)$/.exec(line) ?? [];
    return words === undefined ? [] : [words];
  });
}

/** The words of a line of the shell, up to a pipe, a redirection, or an explanation behind it. */
export function wordsOf(line: string): readonly string[] {
  const [call = ""] = line.split(/ {2,}| \|\| | > /);
  const words = [...call.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? "");
  return words.slice(1);
}

/** What the sample cannot answer: such a line is only read. Each entry is the beginning of a line, and why. */
const ONLY_READ: Readonly<Record<string, string>> = {
  "refresh --contact": "asks the publishers",
  "refresh --mirror": "asks a mirror of the operator's",
  "refresh --store": "asks the publishers",
  "refresh --dry-run": "asks the publishers",
  "refresh --source us-ooh --only": "a store of the sample is refreshed from the sample",
  "diff --only": "the sample has one version, and nothing before it",
  "publish --to": "needs a database: test/postgres",
  "archive import": "needs a page that a person saved",
  "archive export": "writes a file where the tests are run: test/pipelines/warc",
  rollback: "needs a second version",
  schedule: "runs until it is stopped",
  serve: "runs until it is stopped",
  "doctor --live": "asks the publishers",
  retry: "needs a run that failed",
};

export function isOnlyRead(line: string): boolean {
  const call = wordsOf(line).join(" ");
  return Object.keys(ONLY_READ).some((beginning) => call.startsWith(beginning));
}
