import { accessSync, constants, readFileSync, statSync } from "node:fs";
import { openArchive } from "../../sources/archive/archive.ts";
import type { NewCapture } from "../../sources/archive/capture.ts";
import { faultOf } from "../../sources/fetching/whole-body.ts";
import { DocumentError } from "../../sources/reading/document-error.ts";
import { RefusedError } from "../errors/refused-error.ts";
import { UsageError } from "../errors/usage-error.ts";
import { isIsoTime, isoSeconds } from "../iso-time.ts";
import { withStore } from "../lock.ts";
import { archiveFile, captureJson } from "../stored-archive.ts";
import { isWarc } from "../warc/is-warc.ts";
import type { DocumentHome, World } from "../world.ts";
import type { CommandDefinition } from "./command.ts";
import { importWebArchive } from "./import-web-archive.ts";

type Options = { readonly url?: string; readonly fetchedAt?: string; readonly skipRefused?: boolean };

/**
 * A document that a person saved, where the publisher's gatekeeper lets no program pass; or a web archive, by which history
 * is brought in.
 */
export const archiveImportCommand: CommandDefinition<Options> = {
  name: "import",
  summary: "archive a file that a person saved from a browser, or a web archive (WARC)",
  examples: [
    "occupations archive import nurses.htm --url https://www.bls.gov/ooh/healthcare/registered-nurses.htm",
    "occupations archive import nurses.htm --url https://www.bls.gov/ooh/healthcare/registered-nurses.htm --fetched-at 2026-11-20T09:30:00Z",
    "occupations archive import handbook-2021.warc.gz --skip-refused",
  ],
  declare: (command) =>
    command
      .argument("<file>", "the file as it was saved, the page alone; or a web archive")
      .option("--url <url>", "the address that a page was saved from; records of a web archive tell theirs")
      .option(
        "--fetched-at <time>",
        "when it was saved, as ISO time (default: when the file was last changed)",
      )
      .option("--skip-refused", "of a web archive: leave out what is refused, and archive the rest"),
  run: async (world, [file = ""], options) => {
    const saved = readSaved(file);
    if (isWarc(file)) return importWebArchive(world, file, options);
    const url = addressOf(options.url);
    const home = homeOf(world, url);
    const fetchedAt = timeOf(options.fetchedAt, saved.changedAt, world.now());
    const body = saved.body();
    refuseUnlessRead(file, url, body, home);
    const capture = await store(world, importedResponse(url, home, body, fetchedAt));
    return {
      json: captureJson(capture),
      text: () =>
        `Archived as ${capture.id}, a ${home.kind} of ${home.source.id}. \`occupations refresh --offline\` publishes what it says.`,
    };
  },
};

function addressOf(words: string | undefined): string {
  if (words === undefined)
    throw new UsageError("The file is no web archive. Say with --url which address it was saved from.");
  if (!URL.canParse(words))
    throw new UsageError(`--url is "${words}", which is no address. Give it as https://….`);
  const url = new URL(words);
  url.hash = "";
  return url.href;
}

function homeOf({ registry }: World, url: string): DocumentHome {
  const home = registry.sourceOf(url);
  if (home !== undefined) return home;
  const known = registry.sources.map(({ id, url: address }) => `${id} (${address})`).join(", ");
  throw new UsageError(
    `${url} is no document of any source, so nothing was stored. The sources are ${known}.`,
    "unknown-address",
  );
}

/** The body is read when it is asked for: a web archive may be larger than the memory. */
function readSaved(file: string): { readonly body: () => Buffer; readonly changedAt: Date } {
  try {
    accessSync(file, constants.R_OK);
    const found = statSync(file);
    if (!found.isFile()) throw new Error("it is no file");
    return { body: () => readFileSync(file), changedAt: found.mtime };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(`${file} cannot be read (${reason}). Nothing was stored.`, "unreadable-file");
  }
}

function timeOf(given: string | undefined, changedAt: Date, now: Date): string {
  if (given !== undefined && !isIsoTime(given)) {
    throw new UsageError(
      `--fetched-at is "${given}". It has to be an ISO time such as 2026-11-20T09:30:00Z.`,
    );
  }
  const time = given === undefined ? changedAt : new Date(given);
  if (time.getTime() <= now.getTime()) return isoSeconds(time);
  throw new UsageError(
    `The file was saved at ${isoSeconds(time)}, which is in the future. Say with --fetched-at when it was; nothing was stored.`,
  );
}

/** The same checks as for a response, as far as a file without headers can show them, and the reader's own. */
function refuseUnlessRead(file: string, url: string, body: Buffer, { reader, kind }: DocumentHome): void {
  const { expectation } = reader;
  const refuse = (reason: string, cause?: unknown): never => {
    throw new RefusedError(
      `${file} is not the ${kind} of ${url}: ${reason} Nothing was stored.`,
      "not-the-document",
      {
        cause,
      },
    );
  };
  if (body.byteLength > expectation.maximumBytes)
    refuse(`it has more than ${expectation.maximumBytes} bytes.`);
  const mediaType = mediaTypeOf(reader);
  const fault = faultOf({ url: new URL(url), contentType: mediaType, body, isDelimited: true }, expectation);
  if (fault !== undefined) refuse(`it ${fault.what}.`);
  try {
    reader.read({ url, mediaType, body });
  } catch (error) {
    if (!(error instanceof DocumentError)) throw error;
    refuse(error.message, error);
  }
}

/** A saved file tells none: it is the one that the document always has. */
function mediaTypeOf({ expectation }: DocumentHome["reader"]): string {
  return expectation.mediaTypes[0] ?? "application/octet-stream";
}

function importedResponse(url: string, home: DocumentHome, body: Buffer, fetchedAt: string): NewCapture {
  return {
    sourceId: home.source.id,
    url,
    finalUrl: url,
    fetchedAt,
    status: 200,
    mediaType: mediaTypeOf(home.reader),
    body,
    etag: undefined,
    lastModified: undefined,
    headers: {},
    acquiredBy: "import",
  };
}

function store({ store: path, now }: World, response: NewCapture) {
  const run = { command: "archive import", startedAt: isoSeconds(now()) };
  return withStore(path, run, () => {
    const archive = openArchive(archiveFile(path));
    try {
      return archive.add(response);
    } finally {
      archive.close();
    }
  });
}
