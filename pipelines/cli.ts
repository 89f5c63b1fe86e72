#!/usr/bin/env node
import { EXIT } from "./exit-codes.ts";
import { main } from "./main.ts";
import { boundMemory } from "./memory.ts";
import { programRegistry } from "./program-registry.ts";
import type { Output } from "./world.ts";

boundMemory();
const interruption = new AbortController();

/** The first signal lets the command end in good order, the second ends it at once. */
function interrupt(): void {
  if (interruption.signal.aborted) process.exit(EXIT.interrupted);
  interruption.abort();
}

/** A reader that has seen enough (`| head`) closes the pipe; the command goes on to its own end. */
function outputTo(stream: NodeJS.WriteStream): Output {
  let isOpen = true;
  stream.on("error", (error: NodeJS.ErrnoException) => {
    isOpen = false;
    if (error.code === "EPIPE") return;
    process.exitCode = EXIT.store;
    if (stream !== process.stderr)
      process.stderr.write(`occupations: the output is cut off: ${error.message}.\n`);
  });
  return {
    write: (content) => {
      if (isOpen) stream.write(content);
    },
  };
}

process.on("SIGINT", interrupt);
process.on("SIGTERM", interrupt);

const { exit } = await main(process.argv.slice(2), {
  workingDirectory: process.cwd(),
  env: process.env,
  stdout: outputTo(process.stdout),
  stderr: outputTo(process.stderr),
  isTerminal: process.stdout.isTTY ?? false,
  width: process.stdout.columns ?? (Number(process.env.COLUMNS) || 80),
  signal: interruption.signal,
  registry: programRegistry,
});
process.exitCode ||= exit;
