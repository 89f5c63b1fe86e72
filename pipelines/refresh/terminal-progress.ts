import { Presets, SingleBar } from "cli-progress";
import type { World } from "../world.ts";
import type { Progress } from "./progress.ts";

/** A bar on a terminal; elsewhere only the lines that stay. Nothing at all with `--quiet`. */
export function progressOn(world: World): Progress {
  if (world.quiet) return { begin: () => {}, tick: () => {}, end: () => {}, say: () => {} };
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
