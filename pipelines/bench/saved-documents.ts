import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

/** A file, and the address that it was saved from. */
export type SavedDocument = { readonly url: string; readonly path: string };

/**
 * The files of a folder under their addresses: it holds `<host>/<path>`, or `hosts/<host>/<path>` beside a `routes.json`
 * for addresses that are no path.
 */
export function savedDocuments(root: string): SavedDocument[] {
  const routes = join(root, "routes.json");
  const hosts = existsSync(routes) ? join(root, "hosts") : root;
  const named: Readonly<Record<string, { file: string }>> = existsSync(routes)
    ? JSON.parse(readFileSync(routes, "utf8"))
    : {};
  const files = readdirSync(hosts, { recursive: true, encoding: "utf8" })
    .toSorted()
    .filter((path) => statSync(join(hosts, path)).isFile());
  const taken = new Set(Object.values(named).map(({ file }) => file));
  return [
    ...files.filter((path) => !taken.has(path)).map((path) => ({ url: `https://${path}`, path })),
    ...Object.entries(named).map(([url, { file }]) => ({ url: new URL(url).href, path: file })),
  ].map(({ url, path }) => ({ url, path: join(hosts, path) }));
}
