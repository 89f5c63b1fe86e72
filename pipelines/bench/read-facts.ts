import { join } from "node:path";
import { openArchive } from "../../sources/archive/archive.ts";
import { boundMemory } from "../memory.ts";
import { SOURCES } from "../registry.ts";
import { printMeasured } from "./measured.ts";

/** Archive to facts: every document read, validated and normalised; nothing is stored. */
boundMemory();
const archive = openArchive(join(process.argv[2] ?? "", "archive.sqlite"), { readonly: true });
await printMeasured(() => {
  for (const { id, url, sha256, mediaType, sourceId } of archive.captures()) {
    const home = SOURCES.find(({ source }) => source.id === sourceId);
    const kind = home?.source.roots.find((root) => root.url === url)?.kind ?? home?.source.kindOf(url);
    const reader = home?.source.readers[kind ?? ""];
    if (home === undefined || kind === undefined || reader === undefined)
      throw new Error(`Nothing reads ${url}`);
    const { extract } = reader.read({ url, mediaType, body: archive.body(sha256) });
    home.normalise(kind, reader.schema.parse(extract), { id, sourceId });
  }
});
