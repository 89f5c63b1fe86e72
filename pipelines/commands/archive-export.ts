import { createWriteStream, existsSync } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import { asStoreError } from "../../sources/archive/store-error.ts";
import { UsageError } from "../errors/usage-error.ts";
import { isIsoTime } from "../iso-time.ts";
import { withArchive } from "../stored-archive.ts";
import { count, sizeWords } from "../text/figures.ts";
import { type ExportedRecords, exportWarc, type WarcExport } from "../warc/export-warc.ts";
import type { CommandDefinition } from "./command.ts";
import { knownSources } from "./known-sources.ts";

type Options = { readonly warc: string; readonly source?: readonly string[]; readonly since?: string };

export const archiveExportCommand: CommandDefinition<Options> = {
  name: "export",
  summary: "archived responses as a web archive (WARC), for other programs and other stores",
  examples: [
    "occupations archive export --warc archive.warc.gz",
    "occupations archive export --warc handbook.warc.gz --source us-ooh us-ooh-xml --since 2026-01-01T00:00:00Z",
  ],
  declare: (command) =>
    command
      .requiredOption("--warc <file>", "the file to make; it must not be there yet")
      .option("--source <id...>", "only of these sources")
      .option("--since <time>", "only what was fetched since, as ISO time"),
  run: async (world, _, options) => {
    const { warc: file, since } = options;
    const sourceIds = knownSources(world, options.source ?? []);
    if (since !== undefined && !isIsoTime(since))
      throw new UsageError(`--since is "${since}". It has to be an ISO time such as 2026-01-01T00:00:00Z.`);
    if (existsSync(file))
      throw new UsageError(`${file} is there already. Nothing was written; name another file.`);
    const { store, now, signal } = world;
    const sinceIso = since === undefined ? undefined : new Date(since).toISOString();
    const { records, bytes } = await withArchive(store, (archive) =>
      write(file, { archive, sourceIds, since: sinceIso, now: now(), signal }),
    );
    return {
      json: { file, bytes, ...records },
      text: () =>
        `${file}: ${count(records.responses)} responses and ${count(records.revisits)} revisits, ${sizeWords(bytes)}.`,
    };
  },
};

/** Beside its place, then renamed: a file of that name is whole. */
async function write(
  file: string,
  order: WarcExport,
): Promise<{ readonly records: ExportedRecords; readonly bytes: number }> {
  const temporary = `${file}.new`;
  let records: ExportedRecords = { responses: 0, revisits: 0 };
  const pieces = async function* () {
    records = yield* exportWarc(order);
  };
  const stream = createWriteStream(temporary, { flush: true });
  try {
    await pipeline(pieces, stream, { signal: order.signal });
    await rename(temporary, file);
    return { records, bytes: stream.bytesWritten };
  } catch (error) {
    await rm(temporary, { force: true });
    throw asStoreError(error, file);
  }
}
