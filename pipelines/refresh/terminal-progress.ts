import { Presets, SingleBar } from "cli-progress";
import { logFetchEvent } from "../monitoring/log-fetch-event.ts";
import type { World } from "../world.ts";
import type { Progress } from "./progress.ts";

/** What a person sees, and what the log is told: lines that stay, and what is asked of publishers. */
export function progressOn(world: World): Progress {
  const { log, registry } = world;
  const seen = log.isOnStderr ? SILENT : seenOn(world);
  return {
    ...seen,
    say: (line) => {
      seen.say(line);
      log.write("info", "said", { message: line });
    },
    fetched: (event) => logFetchEvent(log, event, registry),
  };
}

const SILENT = { begin: () => {}, tick: () => {}, end: () => {}, say: () => {} };

/** A bar on a terminal; elsewhere only the lines that stay. Nothing at all with `--quiet`. */
function seenOn(world: World): Progress {
  if (world.quiet) return SILENT;
  const say = (line: string) => world.stderr.write(`${line}\n`);
  if (!process.stderr.isTTY || world.json) return { begin: () => {}, tick: () => {}, end: () => {}, say };
  return barOn(say);
}

function barOn(say: (line: string) => void): Progress {
  const options = {
    format: "{title} [{bar}] {value}/{total} {detail}",
    hideCursor: true,
    clearOnComplete: true,
    stopOnComplete: false,
    fps: 8,
    stream: process.stderr,
  };
  let bar: SingleBar | undefined;
  return {
    begin: (title, total) => {
      if (total === 0) return;
      bar = new SingleBar(options, Presets.shades_classic);
      bar.start(total, 0, { title, detail: "" });
    },
    tick: (detail) => bar?.increment(1, { detail: detail.slice(detail.lastIndexOf("/") + 1).slice(0, 40) }),
    end: () => {
      bar?.stop();
      bar = undefined;
    },
    say: (line) => {
      // The bar is drawn again below the line.
      if (bar !== undefined) process.stderr.write("\r\u001b[K");
      say(line);
    },
  };
}
