import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { runProgram } from "../../../pipelines/schedule/refresh-process.ts";
import { temporaryFolder } from "../../sinks/temporary-folder.ts";

/** A program that consists of these lines. */
function program(lines: string): string {
  const path = join(temporaryFolder(), "program.mjs");
  writeFileSync(path, lines);
  return path;
}

const never = new AbortController().signal;
const CUT_OFF = "The run was cut off before it could tell anything.";

describe("a run in a process of its own", () => {
  test("tells what its report says", async () => {
    const report = program(`console.log(JSON.stringify({ run: process.argv[2], message: "Published." }));
      process.exitCode = 3;`);
    expect(await runProgram(report, ["refresh"], never)).toEqual({ exit: 3, message: "Published." });
  });

  test("tells what its error says", async () => {
    const error =
      program(`console.log(JSON.stringify({ error: { code: "store-held", message: "It is held." } }));
      process.exitCode = 5;`);
    expect(await runProgram(error, [], never)).toEqual({ exit: 5, message: "It is held." });
  });

  test("that is killed tells nothing", async () => {
    expect(await runProgram(program("process.kill(process.pid, 'SIGKILL')"), [], never)).toEqual({
      exit: null,
      message: CUT_OFF,
    });
  });
});

/** Stops a program as soon as it says that it runs. */
async function stopped(lines: string) {
  const stop = new AbortController();
  const marker = join(temporaryFolder(), "runs");
  const path = program(`import { writeFileSync } from "node:fs";
    ${lines.replace("RUNS", `writeFileSync(${JSON.stringify(marker)}, "")`)}`);
  const { watch } = await import("node:fs");
  const watcher = watch(join(marker, ".."), () => stop.abort());
  const end = await runProgram(path, [], stop.signal, 300);
  watcher.close();
  return end;
}

describe("a stop", () => {
  test("lets a run that hears it end in good order", async () => {
    const end = await stopped(`process.on("SIGTERM", () => {
        console.log(JSON.stringify({ error: { message: "Interrupted." } }));
        process.exit(130);
      });
      setInterval(() => {}, 1000); RUNS;`);
    expect(end).toEqual({ exit: 130, message: "Interrupted." });
  });

  test("cuts off a run that is too busy to hear it", async () => {
    expect(await stopped(`process.on("SIGTERM", () => {}); RUNS; for (;;);`)).toEqual({
      exit: null,
      message: CUT_OFF,
    });
  });
});
