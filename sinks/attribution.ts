import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Row } from "../transforms/model/model.ts";
import type { Snapshot } from "./sqlite/open-snapshot.ts";
import type { WrittenFile } from "./written-file.ts";

const PATH = "ATTRIBUTION.md";

const INTRODUCTION = `# Attribution

The facts of this version come from the sources below. Wherever you show them, show the line of each source that you use.
`;

/** Writes `ATTRIBUTION.md`: the lines that the licences and the publishers ask for. */
export async function writeAttribution({ database }: Snapshot, folder: string): Promise<WrittenFile[]> {
  const sources = await database.selectFrom("source").selectAll().orderBy("id").execute();
  writeFileSync(join(folder, PATH), [INTRODUCTION, ...sources.map(paragraph)].join("\n"), { flag: "wx" });
  return [{ path: PATH }];
}

const STATES: Readonly<Record<Row<"source">["state"], string>> = {
  fresh: "",
  "carried-forward": " It could not be read in the latest run; these are its last good facts.",
  retired: " It is no longer published.",
  sample: " This is the sample that ships with the program, not the publisher's data.",
};

function paragraph(source: Row<"source">): string {
  const edition = source.edition === null ? "" : `, ${source.edition}`;
  const day = source.fetched_at.slice(0, 10);
  return `## ${source.title}

> ${source.attribution}

${source.publisher}, <${source.url}>${edition}, fetched ${day}.${STATES[source.state]}
Licence: [${source.licence}](${source.licence_url}). Source id: \`${source.id}\`.
`;
}
