import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type BuiltProgram, buildProgram } from "../built-program.ts";
import { codeBlocks, printedBy } from "./code-blocks.ts";
import { publishSample, type SampleStore } from "./sample-store.ts";

const ROOT = join(import.meta.dirname, "../..");
const EXAMPLES = [...codeBlocks("README.md", "ts"), ...codeBlocks("sinks/sqlite/reader.ts", "ts")].map(
  (code, index) => ({ name: `example-${index + 1}`, code }),
);

/** A project of somebody else, with the built package among its modules and the store beside it. */
let project: string;
let built: BuiltProgram;
let store: SampleStore;

beforeAll(async () => {
  [built, store] = [buildProgram(), await publishSample()];
  project = mkdtempSync(join(tmpdir(), "consumer-"));
  const modules = join(project, "node_modules", "occupations");
  mkdirSync(modules, { recursive: true });
  copyFileSync(join(ROOT, "package.json"), join(modules, "package.json"));
  symlinkSync(built.folder, join(modules, "build"));
  symlinkSync(store.path, join(project, "data"));
  writeFileSync(join(project, "package.json"), JSON.stringify({ name: "consumer", type: "module" }));
  for (const { name, code } of EXAMPLES) {
    writeFileSync(join(project, `${name}.ts`), code);
    writeFileSync(join(project, `${name}.mjs`), code);
  }
}, 240_000);

afterAll(() => {
  built?.remove();
  store?.remove();
  if (project !== undefined) rmSync(project, { recursive: true });
});

test("the examples are found", () => {
  expect(EXAMPLES.length).toBeGreaterThan(8);
});

describe("every example", () => {
  test.each([
    ["nodenext", "nodenext"],
    ["esnext", "bundler"],
  ])(
    "is understood by a compiler with module %s and resolution %s",
    { timeout: 120_000 },
    (module, resolution) => {
      const options = { module, moduleResolution: resolution, target: "es2022", strict: true, noEmit: true };
      const compilerOptions = { ...options, lib: ["es2023", "dom"], types: [], skipLibCheck: false };
      const path = join(project, `tsconfig.${resolution}.json`);
      writeFileSync(path, JSON.stringify({ compilerOptions, include: ["*.ts"] }));
      expect(run(join(ROOT, "node_modules", "typescript", "bin", "tsc"), "-p", path)).toEqual({
        status: 0,
        output: "",
      });
    },
  );

  test.each(EXAMPLES)("prints what it says: $name", { timeout: 60_000 }, ({ name, code }) => {
    const { status, output } = run(join(project, `${name}.mjs`));
    expect({ status, lines: output.trimEnd().split("\n") }).toEqual({ status: 0, lines: printedBy(code) });
    expect(printedBy(code).length).toBeGreaterThan(0);
  });
});

test("a question that the types do not know is refused by the compiler", { timeout: 120_000 }, () => {
  const code = `import { openSnapshot } from "occupations";
    openSnapshot("data").overview("us-ooh/actors")?.no_such_number;
    openSnapshot("data").database.selectFrom("no_such_table");`;
  writeFileSync(join(project, "wrong.ts"), code);
  const options = ["--module", "nodenext", "--noEmit", "--strict", "--target", "es2022", "--skipLibCheck"];
  const { status, output } = run(
    join(ROOT, "node_modules", "typescript", "bin", "tsc"),
    ...options,
    "wrong.ts",
  );
  rmSync(join(project, "wrong.ts"));
  expect(status).not.toBe(0);
  expect(output).toContain("no_such_number");
  expect(output).toContain("no_such_table");
});

function run(...words: readonly string[]): { readonly status: number | null; readonly output: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, words, { cwd: project, encoding: "utf8" });
  return { status, output: stdout + stderr };
}
