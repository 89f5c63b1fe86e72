import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { setTimeout as delay } from "node:timers/promises";
import { z } from "zod";

/** How a run ended; `exit` is null where it was killed. */
export type RunEnd = { readonly exit: number | null; readonly message: string };

/**
 * What is not done so long after a stop is cut off: reading a large workbook, or building a version, does not hear a
 * signal meanwhile. A killed run leaves the store whole, and the next one goes on where it was.
 */
export const GRACE_MILLISECONDS = 4_000;

/** A report of a run, or an error: whichever it is has a message. */
const printedSchema = z.union([
  z.object({ error: z.object({ message: z.string() }) }).transform(({ error }) => error),
  z.object({ message: z.string() }),
]);

/**
 * A run of the program in a process of its own: whatever happens to it, the schedule lives, stops in time, and gives the
 * memory back. It has a process group of its own, so that an interrupt from the keyboard reaches it once, through here.
 *
 * @param words the command line, with `--json`.
 */
export async function runProgram(
  cli: string,
  words: readonly string[],
  signal: AbortSignal,
  graceMilliseconds = GRACE_MILLISECONDS,
): Promise<RunEnd> {
  const child = spawn(process.execPath, [cli, ...words], {
    stdio: ["ignore", "pipe", "inherit"],
    detached: true,
  });
  const ended = new AbortController();
  const stopping = stopOnSignal(child, signal, ended.signal, graceMilliseconds);
  try {
    const [printed, [exit]] = await Promise.all([text(child.stdout), once(child, "close")]);
    return { exit, message: messageIn(printed) };
  } finally {
    ended.abort();
    await stopping;
  }
}

type Child = { readonly kill: (signal: NodeJS.Signals) => boolean };

/** Asks the process to end when the signal comes, and makes it end after a while. */
async function stopOnSignal(
  child: Child,
  signal: AbortSignal,
  ended: AbortSignal,
  graceMilliseconds: number,
): Promise<void> {
  try {
    if (!signal.aborted) await once(signal, "abort", { signal: ended });
    child.kill("SIGTERM");
    await delay(graceMilliseconds, undefined, { signal: ended });
    child.kill("SIGKILL");
  } catch (error) {
    if (!ended.aborted) throw error;
  }
}

function messageIn(printed: string): string {
  try {
    return printedSchema.parse(JSON.parse(printed)).message;
  } catch {
    return "The run was cut off before it could tell anything.";
  }
}
