import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import Database from "better-sqlite3";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { StoreHeldError } from "../../pipelines/errors/store-held-error.ts";
import { lockStore, withStore } from "../../pipelines/lock.ts";
import { buildProgram } from "../built-program.ts";

const program = { folder: "", remove: () => {} };
let store: string;

beforeAll(() => Object.assign(program, buildProgram()));
afterAll(() => program.remove());
beforeEach(() => {
  store = mkdtempSync(join(tmpdir(), "lock-"));
});
afterEach(() => rmSync(store, { recursive: true, force: true }));

const RUN = { command: "refresh", startedAt: "2026-11-23T02:15:00Z" };

/** Another process that takes the store, says "held" or "refused", and waits to be ended. */
function spawnHolder(): ChildProcess {
  const lock = pathToFileURL(join(program.folder, "pipelines/lock.js")).href;
  const script = `
    import { lockStore } from ${JSON.stringify(lock)};
    try {
      lockStore(${JSON.stringify(store)}, ${JSON.stringify(RUN)});
      console.log("held");
      setInterval(() => {}, 1000);
    } catch (error) {
      console.log(error.name);
    }`;
  return spawn(process.execPath, ["--input-type=module", "--eval", script], {
    stdio: ["ignore", "pipe", "inherit"],
  });
}

async function wordOf(child: ChildProcess): Promise<string> {
  const [chunk] = await once(child.stdout as NonNullable<typeof child.stdout>, "data");
  return String(chunk).trim();
}

test("a second process is refused, and told who holds the store since when", async () => {
  const holder = spawnHolder();
  expect(await wordOf(holder)).toBe("held");
  expect(() => lockStore(store, { command: "archive import", startedAt: "2026-11-23T02:16:00Z" })).toThrow(
    new StoreHeldError(store, { ...RUN, pid: holder.pid ?? 0, host: hostname() }),
  );
  holder.kill("SIGKILL");
  await once(holder, "exit");
});

test("kill -9 of the holder frees the store", async () => {
  const holder = spawnHolder();
  expect(await wordOf(holder)).toBe("held");
  holder.kill("SIGKILL");
  await once(holder, "exit");
  lockStore(store, RUN).release();
});

test("of many processes that begin at once on a new store, exactly one gets it", async () => {
  const children = Array.from({ length: 6 }, spawnHolder);
  const words = await Promise.all(children.map(wordOf));
  expect(words.toSorted()).toEqual([...Array(5).fill("StoreHeldError"), "held"]);
  for (const child of children) child.kill("SIGKILL");
});

test("the store is free again after release", () => {
  lockStore(store, RUN).release();
  lockStore(store, RUN).release();
});

test("within one process, too, the store is taken once", () => {
  const lock = lockStore(store, RUN);
  expect(() => lockStore(store, { ...RUN, startedAt: "2026-11-23T02:17:00Z" })).toThrow(
    /held by `occupations refresh` \(process \d+ on .+\) since 2026-11-23T02:15:00Z\. Wait for it to end/,
  );
  lock.release();
});

test("who holds the store can be read while it is held", () => {
  const lock = lockStore(store, RUN);
  const reader = new Database(join(store, ".lock.sqlite"), { readonly: true, timeout: 0 });
  expect(reader.prepare("SELECT command, started_at FROM owner").raw().get()).toEqual([
    "refresh",
    "2026-11-23T02:15:00Z",
  ]);
  reader.close();
  lock.release();
});

test("work that fails frees the store", async () => {
  const work = () => Promise.reject(new Error("the work failed"));
  await expect(withStore(store, RUN, work)).rejects.toThrow("the work failed");
  await expect(withStore(store, RUN, () => "done")).resolves.toBe("done");
});

test("a store that is a file is reported as a store error, not as held", () => {
  const file = join(store, "file");
  writeFileSync(file, "");
  expect(() => lockStore(file, RUN)).toThrow(expect.objectContaining({ code: "store-unreadable" }));
});
