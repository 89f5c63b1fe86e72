import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { areSaved, savedAt } from "../saved.ts";

const handbook = savedAt("hosts", "www.bls.gov", "ooh");

export const hasCorpus = areSaved("handbook pages", handbook);

export type SavedPage = { readonly slug: string; readonly url: string; readonly html: string };

const read = (...path: string[]): SavedPage => ({
  slug: basename(path.at(-1) ?? "", ".htm"),
  url: `https://www.bls.gov/ooh/${path.join("/")}`,
  html: readFileSync(join(handbook, ...path), "utf8"),
});

/** Every saved profile, in the order of the addresses. */
export function savedProfiles(): SavedPage[] {
  return readdirSync(handbook, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap((group) =>
      readdirSync(join(handbook, group.name))
        .filter((name) => name.endsWith(".htm"))
        .map((name) => [group.name, name] as const),
    )
    .sort((a, b) => (a.join("/") < b.join("/") ? -1 : 1))
    .map(([group, name]) => read(group, name));
}

export const savedIndex = (): SavedPage => read("a-z-index.htm");
