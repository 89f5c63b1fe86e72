import type { Archive } from "../../sources/archive/archive.ts";
import type { Capture } from "../../sources/archive/capture.ts";
import { UsageError } from "../errors/usage-error.ts";
import { captureJson, inArchive } from "../stored-archive.ts";
import { count } from "../text/figures.ts";
import { wrap } from "../text/wrap.ts";
import type { CommandDefinition } from "./command.ts";

export const archiveShowCommand: CommandDefinition<{ readonly body?: boolean }> = {
  name: "show",
  summary: "one archived response: its metadata, or its body",
  examples: [
    "occupations archive show 0123456789abcdef",
    "occupations archive show https://www.bls.gov/ooh/healthcare/registered-nurses.htm --body > page.html",
  ],
  declare: (command) =>
    command
      .argument("<capture>", "its id, or an address: the newest response of that address")
      .option("--body", "write the body to stdout, byte for byte (with --json: as base64)"),
  run: ({ store }, [words = ""], { body: isBodyWanted = false }) =>
    inArchive(store, (archive) => {
      const capture = find(archive, words);
      const body = isBodyWanted ? archive.body(capture.sha256) : undefined;
      return {
        json: { ...captureJson(capture), ...(body && { body_base64: body.toString("base64") }) },
        text: ({ width }) => body ?? captureText(capture, width),
      };
    }),
};

function find(archive: Archive, words: string): Capture {
  const capture = words.includes("://") ? archive.latest(words) : archive.capture(words.toLowerCase());
  if (capture !== undefined) return capture;
  throw new UsageError(
    `No response "${words}" is archived. \`occupations archive list\` shows what is.`,
    "unknown-capture",
  );
}

function captureText(capture: Capture, width: number): string {
  const line = (label: string, words: string) => wrap(words, width, label.padEnd(15), " ".repeat(15));
  return [
    line("Capture", capture.id),
    line("Source", capture.sourceId),
    line("Address", capture.url),
    ...(capture.finalUrl === capture.url ? [] : [line("Answered by", capture.finalUrl)]),
    line("Fetched", `${capture.fetchedAt} (${capture.acquiredBy})`),
    line("Status", String(capture.status)),
    line("Media type", capture.mediaType),
    line("Size", `${count(capture.bytes)} bytes`),
    line("SHA-256", capture.sha256),
    line("ETag", capture.etag ?? "none"),
    line("Last-Modified", capture.lastModified ?? "none"),
    ...Object.entries(capture.headers).map(([name, value]) => line("Header", `${name}: ${value}`)),
  ].join("\n");
}
