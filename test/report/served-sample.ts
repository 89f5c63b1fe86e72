import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { openServedVersion } from "../../pipelines/serve/served-version.ts";
import { startServer } from "../../pipelines/serve/start-server.ts";
import { refreshIn } from "../pipelines/refresh/refreshed-store.ts";

/** The sample, published and served on loopback. */
export type ServedSample = {
  /** Address of the report, with a slash at its end. */
  readonly url: string;
  /** The folder of the version. */
  readonly folder: string;
  readonly database: Database.Database;
  readonly close: () => Promise<void>;
};

export async function serveSample(): Promise<ServedSample> {
  const parent = mkdtempSync(join(tmpdir(), "report-"));
  const store = join(parent, "store");
  const { report } = await refreshIn(store, ["--sample"]);
  if (report.version === null) throw new Error(`The sample was not published: ${report.message}`);
  const folder = realpathSync(join(store, "latest"));
  const database = new Database(join(folder, "occupations.sqlite"), { readonly: true });
  const server = await serveFolder(folder);
  return {
    url: server.url,
    folder,
    database,
    close: async () => {
      await server.close();
      database.close();
      rmSync(parent, { recursive: true });
    },
  };
}

/** Serves the folder of one version. */
export async function serveFolder(folder: string) {
  const id = folder.slice(folder.lastIndexOf("/") + 1);
  const version = openServedVersion({ id, folder });
  const current = async () => id;
  const server = await startServer({ current, open: (asked) => (asked === id ? version : undefined) }, 0);
  return { url: `${server.url}versions/${id}/report/`, close: server.close };
}
