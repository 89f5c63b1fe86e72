import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type BuiltProgram, buildProgram } from "../built-program.ts";
import { createStore, HANDBOOK, publishRows, sourceRow } from "./published-store.ts";

let program: BuiltProgram;
const store = createStore();

beforeAll(async () => {
  program = buildProgram();
  await publishRows(store, [sourceRow(), ...HANDBOOK]);
});
afterAll(() => {
  program.remove();
  store.remove();
});

function run(...argv: readonly string[]) {
  const cli = join(program.folder, "pipelines", "cli.js");
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...argv], { encoding: "utf8" });
  return { status, stdout, stderr };
}

test("the built program runs, and knows its version", () => {
  expect(run("--version")).toEqual({
    status: 0,
    stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/),
    stderr: "",
  });
});

test("the exit code of a command is that of the process", () => {
  expect(run("show", "actors", "--store", store.path)).toMatchObject({ status: 0, stderr: "" });
  expect(run("show", "actrs", "--store", store.path)).toMatchObject({ status: 2, stdout: "" });
  expect(run("status", "--max-age", "1m", "--store", store.path)).toMatchObject({ status: 3, stderr: "" });
});

test("a reader that has seen enough may close the pipe", () => {
  const cli = join(program.folder, "pipelines", "cli.js");
  const head = spawnSync(
    "sh",
    [
      "-c",
      `for n in 1 2 3 4 5; do "${process.execPath}" "${cli}" show medical-records-and-health-information-technicians --store "${store.path}" | head -c 1 >/dev/null; done`,
    ],
    { encoding: "utf8" },
  );
  expect(head).toMatchObject({ status: 0, stderr: "" });
});

test.skipIf(!existsSync("/dev/full"))("output that cannot be written is told, and is no success", () => {
  const cli = join(program.folder, "pipelines", "cli.js");
  const command = `"${process.execPath}" "${cli}" show actors --store "${store.path}" > /dev/full`;
  const { status, stderr } = spawnSync("sh", ["-c", command], { encoding: "utf8" });
  expect(status).toBe(7);
  expect(stderr).toMatch(/^occupations: the output is cut off: ENOSPC.*\n$/);
});
