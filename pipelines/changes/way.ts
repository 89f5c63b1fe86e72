import { existsSync } from "node:fs";
import { join } from "node:path";
import { CHANGES_JSON } from "../../sinks/changes/changes-json.ts";
import { versionFolder } from "../publish/store-layout.ts";
import { listVersions } from "../published-version.ts";

/**
 * The folders of the versions from one to another, each the next one after the last, without the first; `undefined` where
 * one version does not lead to the other, or where one on the way is gone or does not tell its changes.
 */
export async function wayBetween(
  store: string,
  from: string,
  to: string,
): Promise<readonly string[] | undefined> {
  const previous = new Map(
    (await listVersions(store)).map(({ id, previous_version }) => [id, previous_version]),
  );
  const way: string[] = [];
  for (let id: string | null | undefined = to; id !== from; id = previous.get(id)) {
    if (id === null || id === undefined || way.length > previous.size) return undefined;
    const folder = versionFolder(store, id);
    if (!existsSync(join(folder, CHANGES_JSON))) return undefined;
    way.unshift(folder);
  }
  return way;
}
