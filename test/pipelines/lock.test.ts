import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import Database from "better-sqlite3";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { StoreHeldError } from "../../pipelines/errors/store-held-error.ts";
import { lockStore, withStore } from "../../pipelines/lock.ts";
import { buildProgram } from "../built-program.ts";
import { temporaryFolder } from "../sinks/temporary-folder.ts";
import { ACTORS, startHostileSample } from "./refresh/hostile-sample.ts";
import { startRefresh } from "./refresh/started-refresh.ts";
import { runIn } from "./run-in.ts";

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

test("a machine that went down with a run leaves files that the next run takes over", async () => {
  const holder = spawnHolder();
  expect(await wordOf(holder)).toBe("held");
  // What is on the disk at that moment: the owner's name, and no lock of a kernel that is gone.
  const after = temporaryFolder();
  cpSync(store, after, { recursive: true });
  expect(readdirSync(after)).toContain(".lock.sqlite-wal");
  const lock = lockStore(after, { ...RUN, startedAt: "2026-11-23T08:00:00Z" });
  expect(() => lockStore(after, RUN)).toThrow("since 2026-11-23T08:00:00Z");
  lock.release();
  holder.kill("SIGKILL");
  await once(holder, "exit");
});

/** A disk of its own, for one process and whoever that starts. */
const onSmallDisk = (script: string) =>
  spawnSync("unshare", ["--map-root-user", "--mount", "sh", "-ec", script], { encoding: "utf8" });
const hasSmallDisks = onSmallDisk("mount -t tmpfs -o size=64k tmpfs /mnt").status === 0;

test.skipIf(!hasSmallDisks)("on a full disk the store is not taken, and is free when there is room", () => {
  const lock = pathToFileURL(join(program.folder, "pipelines/lock.js")).href;
  const script = join(store, "take.mjs");
  writeFileSync(
    script,
    `import { lockStore } from ${JSON.stringify(lock)};
     try {
       lockStore("/mnt", ${JSON.stringify(RUN)}).release();
       console.log("taken");
     } catch (error) {
       console.log(error.code);
     }`,
  );
  const take = `${process.execPath} ${script}`;
  const { stdout, stderr } = onSmallDisk(
    `mount -t tmpfs -o size=256k tmpfs /mnt
     ${take}
     head -c 300000 /dev/zero > /mnt/full 2>/dev/null || true
     ${take}
     rm /mnt/full
     ${take}`,
  );
  expect([stdout.trim().split("\n"), stderr]).toEqual([["taken", "store-full", "taken"], ""]);
});

test("a lock file that is damaged says that it may be removed", () => {
  writeFileSync(join(store, ".lock.sqlite"), "no database, and no lock either ".repeat(200));
  expect(() => lockStore(store, RUN)).toThrow(
    expect.objectContaining({ code: "store-damaged", message: expect.stringContaining("remove it") }),
  );
});

test("of two refreshes that are started together one works, one ends with 5; readers wait for neither", async () => {
  const publisher = await startHostileSample();
  let end = () => {};
  const mayEnd = new Promise<void>((resolve) => {
    end = resolve;
  });
  publisher.misbehave(ACTORS, async (response, text) => {
    await mayEnd;
    response.writeHead(200, { "content-type": "text/html; charset=UTF-8" }).end(text);
  });
  const runs = [1, 2].map(() => startRefresh(program, store, publisher.url));
  const first = await Promise.race(runs.map(({ ended }) => ended));
  expect(first.exit).toBe(5);
  expect(JSON.parse(first.stdout)).toMatchObject({
    error: {
      code: "store-held",
      message: expect.stringMatching(/held by `occupations refresh` \(process \d+ on .+\) since 2026-/),
    },
  });
  expect((await runIn(store, ["status"])).json).toMatchObject({ version: null, state: "stale" });
  end();
  const exits = await Promise.all(runs.map(async ({ ended }) => (await ended).exit));
  expect(exits.toSorted()).toEqual([0, 5]);
});

test("a store that is a file is reported as a store error, not as held", () => {
  const file = join(store, "file");
  writeFileSync(file, "");
  expect(() => lockStore(file, RUN)).toThrow(expect.objectContaining({ code: "store-unreadable" }));
});
