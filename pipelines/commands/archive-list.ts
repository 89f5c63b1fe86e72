import type { Capture } from "../../sources/archive/capture.ts";
import { captureJson, inArchive } from "../stored-archive.ts";
import { sizeWords } from "../text/figures.ts";
import type { CommandDefinition } from "./command.ts";
import { wholeNumber } from "./option-values.ts";

type Options = { readonly source?: readonly string[]; readonly url?: string; readonly limit: string };

export const archiveListCommand: CommandDefinition<Options> = {
  name: "list",
  summary: "archived responses, the newest first",
  examples: [
    "occupations archive list",
    "occupations archive list --source us-ooh --limit 100",
    "occupations archive list --url https://www.bls.gov/ooh/healthcare/registered-nurses.htm",
  ],
  declare: (command) =>
    command
      .option("--source <ids...>", "only of these sources")
      .option("--url <url>", "only of this address")
      .option("--limit <n>", "how many at most", "20"),
  run: ({ store }, _, options) => {
    const captures = inArchive(store, (archive) =>
      newest(
        (options.source ?? [undefined]).flatMap((sourceId) => [
          ...archive.captures({ sourceId, url: options.url, limit: wholeNumber("--limit", options.limit) }),
        ]),
        wholeNumber("--limit", options.limit),
      ),
    );
    return {
      json: { captures: captures.map(captureJson) },
      text: () => captures.map(captureLines).join("\n") || "No such response is archived.",
    };
  },
};

function newest(captures: readonly Capture[], limit: number): readonly Capture[] {
  return captures.toSorted((one, other) => (one.fetchedAt < other.fetchedAt ? 1 : -1)).slice(0, limit);
}

/** Ids and addresses are there to be copied, so an address stands whole on a line of its own. */
function captureLines({ id, sourceId, fetchedAt, acquiredBy, bytes, url }: Capture): string {
  return `${[id, fetchedAt, acquiredBy, sizeWords(bytes), sourceId].join("  ")}\n  ${url}`;
}
