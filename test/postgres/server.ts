import { type SpawnOptions, spawn, spawnSync } from "node:child_process";
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as later } from "node:timers/promises";

/** A PostgreSQL of the tests: on loopback, in a folder of its own. */
export type TestPostgres = {
  readonly url: string;
  readonly stop: () => Promise<void>;
};

export const PASSWORD = "s3cret/of the tests";
const USER = "writer";

/** The programs of the newest PostgreSQL of this machine; nothing where there is none. */
export const postgresPrograms = findPrograms();

function findPrograms(): string | undefined {
  const root = "/usr/lib/postgresql"; // where Debian and Ubuntu put them
  const versions = existsSync(root) ? readdirSync(root).toSorted((a, b) => Number(b) - Number(a)) : [];
  const folders = [
    ...versions.map((version) => join(root, version, "bin")),
    ...(process.env.PATH ?? "").split(":"),
  ];
  return folders.find((folder) => existsSync(join(folder, "initdb")) && existsSync(join(folder, "postgres")));
}

export async function startPostgres(programs: string): Promise<TestPostgres> {
  const folder = mkdtempSync(join(tmpdir(), "occupations-postgres-"));
  const owner = ownerOf(folder);
  const data = join(folder, "data");
  const password = join(folder, "password");
  run("sh", ["-c", `printf '%s\\n' "$1" > "$2"`, "sh", PASSWORD, password], owner);
  const authentication = ["--auth=scram-sha-256", `--username=${USER}`, `--pwfile=${password}`];
  const place = ["-D", data, "--encoding=UTF8", "--no-locale", "--no-sync"];
  run(join(programs, "initdb"), [...place, ...authentication], owner);
  const port = await freePort();
  const settings = ["listen_addresses=127.0.0.1", `port=${port}`, "unix_socket_directories=", "fsync=off"];
  const words = ["-D", data, ...settings.flatMap((setting) => ["-c", setting])];
  const server = spawn(join(programs, "postgres"), words, { ...owner, stdio: "ignore" });
  const ended = new Promise<void>((resolve) => server.once("exit", () => resolve()));
  await isReady(join(data, "postmaster.pid"));
  return {
    url: `postgres://${USER}:${encodeURIComponent(PASSWORD)}@127.0.0.1:${port}/postgres`,
    stop: async () => {
      server.kill("SIGINT"); // ends connections, then itself
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** PostgreSQL refuses to run for root: then its own user does it. */
function ownerOf(folder: string): SpawnOptions {
  if (process.getuid?.() !== 0) return { cwd: folder };
  const idOf = (flag: string) => Number(spawnSync("id", [flag, "postgres"], { encoding: "utf8" }).stdout);
  const [uid, gid] = [idOf("-u"), idOf("-g")];
  chownSync(folder, uid, gid);
  return { cwd: folder, uid, gid };
}

function run(program: string, words: readonly string[], options: SpawnOptions): void {
  const { status, stderr, error } = spawnSync(program, words, { ...options, encoding: "utf8" });
  if (status !== 0) throw new Error(`${program} ended with ${status}: ${error?.message ?? stderr}`);
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === "string") throw new Error("There is no free port on loopback.");
  return address.port;
}

const PATIENCE_MILLISECONDS = 30_000;

/** The server writes `ready` into the last line of its own file. */
async function isReady(path: string): Promise<void> {
  for (const end = Date.now() + PATIENCE_MILLISECONDS; Date.now() < end; ) {
    if (existsSync(path) && /^ready\s*$/m.test(readFileSync(path, "utf8"))) return;
    await later(20);
  }
  throw new Error(`PostgreSQL did not begin to answer within ${PATIENCE_MILLISECONDS} ms.`);
}
