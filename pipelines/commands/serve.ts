import { versionFolder } from "../publish/store-layout.ts";
import { isVersionId } from "../publish/version-id.ts";
import { findVersion } from "../published-version.ts";
import type { Versions } from "../serve/answer.ts";
import { openServedVersion, type ServedVersion } from "../serve/served-version.ts";
import { startServer } from "../serve/start-server.ts";
import type { World } from "../world.ts";
import type { CommandDefinition } from "./command.ts";
import { portNumber } from "./option-values.ts";

const PORT = 8080;

type Options = { readonly port?: string; readonly version?: string };

export const serveCommand: CommandDefinition<Options> = {
  name: "serve",
  summary: "the report in a browser, on loopback, until it is interrupted",
  examples: [
    "occupations serve",
    "occupations serve --port 0",
    "occupations serve --version 20261123T021500Z-1a2b3c4d",
  ],
  declare: (command) =>
    command
      .option("--port <n>", `the port to listen on (default ${PORT}); 0 takes any that is free`)
      .option("--version <v>", "this version only; without it, whatever is the latest when / is asked for"),
  run: async (world, _, { port, version }) => {
    const first = await findVersion(world.store, version);
    const versions = versionsOf(world.store, version === undefined ? undefined : first.id);
    const server = await startServer(versions, port === undefined ? PORT : portNumber("--port", port));
    try {
      announce(world, server.url, first.id);
      await interruption(world.signal);
    } finally {
      await server.close();
    }
    const requests = server.requests();
    return {
      isReport: true,
      json: { url: server.url, requests },
      text: () => `Ended after ${requests} ${requests === 1 ? "request" : "requests"}.`,
    };
  },
};

/** One version, or the latest and every other that the store holds. Each is read once: a version never changes. */
function versionsOf(store: string, only: string | undefined): Versions {
  const opened = new Map<string, ServedVersion>();
  return {
    current: async () => only ?? (await findVersion(store)).id,
    open: (id) => {
      if (!isVersionId(id) || (only !== undefined && id !== only)) return undefined;
      const version = opened.get(id) ?? openServedVersion({ id, folder: versionFolder(store, id) });
      if (version !== undefined) opened.set(id, version);
      return version;
    },
  };
}

/** Told at once: the result of the command comes when it ends. */
function announce({ json, quiet, stdout }: World, url: string, version: string): void {
  if (json) stdout.write(`${JSON.stringify({ url, version })}\n`);
  else if (!quiet) stdout.write(`Version ${version}\nOpen    ${url}\nEnd     Ctrl-C\n`);
}

function interruption(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => signal.addEventListener("abort", () => resolve(), { once: true }));
}
