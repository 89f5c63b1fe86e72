import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";

const beside = fileURLToPath(new URL("../../../../shared/corpus", import.meta.url));

/** Where the saved pages are: `OCCUPATIONS_CORPUS`, or `../shared/corpus` beside the repository. */
export const corpus = process.env.OCCUPATIONS_CORPUS ?? beside;

const handbook = join(corpus, "hosts", "www.bls.gov", "ooh");

export const hasCorpus = existsSync(handbook);

/** Says once why nothing is tested, where there is nothing to test with. */
export function sayWhyNothingIsTested(): void {
  if (!hasCorpus)
    console.log(
      `Skipped: no saved handbook pages at ${handbook}. Set OCCUPATIONS_CORPUS to a folder that has hosts/www.bls.gov/ooh/.`,
    );
}

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
