import { openArchive } from "../../sources/archive/archive.ts";
import { RefusedError } from "../errors/refused-error.ts";
import { UsageError } from "../errors/usage-error.ts";
import { isoSeconds } from "../iso-time.ts";
import { withStore } from "../lock.ts";
import { archiveFile } from "../stored-archive.ts";
import { count } from "../text/figures.ts";
import { wrap } from "../text/wrap.ts";
import { type ImportedWarc, importWarc, type RefusedRecord } from "../warc/import-warc.ts";
import { WarcError } from "../warc/read-warc.ts";
import type { Layout, World } from "../world.ts";
import type { CommandResult } from "./command.ts";

type Options = { readonly url?: string; readonly fetchedAt?: string; readonly skipRefused?: boolean };

/** `archive import` of a web archive: all that belongs to a source, in one transaction, or nothing. */
export async function importWebArchive(
  world: World,
  file: string,
  { url, fetchedAt, skipRefused = false }: Options,
): Promise<CommandResult> {
  if (url !== undefined || fetchedAt !== undefined)
    throw new UsageError(
      `${file} is a web archive: its records tell their addresses and times. Leave out --url and --fetched-at.`,
    );
  const { store, registry, now, signal } = world;
  const run = { command: "archive import", startedAt: isoSeconds(now()) };
  const imported = await withStore(store, run, async () => {
    const archive = openArchive(archiveFile(store));
    try {
      return await archive.inOneGo(async () => {
        const result = await importWarc({ path: file, archive, registry, now: now(), signal });
        if (result.refused.length > 0 && !skipRefused) throw refusal(file, result);
        return result;
      });
    } catch (error) {
      throw error instanceof WarcError ? brokenFile(file, error) : error;
    } finally {
      archive.close();
    }
  });
  return { isReport: true, json: jsonOf(imported), text: (layout) => textOf(imported, layout) };
}

/** So many refused records are told in a message. */
const MOST_TOLD = 5;

function refusal(file: string, { refused }: ImportedWarc): RefusedError {
  const more = refused.length - MOST_TOLD;
  const told = refused.slice(0, MOST_TOLD).map(refusedWords).join(" ");
  return new RefusedError(
    `${count(refused.length)} records of ${file} are refused: ${told}${more > 0 ? ` And ${count(more)} more.` : ""} Nothing was stored. To leave these out and archive the rest, give --skip-refused.`,
    "records-refused",
  );
}

function refusedWords({ position, url, reason }: RefusedRecord): string {
  return `record ${position} (${url}): ${reason.replace(/\.$/, "")}.`;
}

function brokenFile(file: string, error: WarcError): RefusedError {
  return new RefusedError(
    `${file} is cut off or damaged: ${error.message}. Nothing was stored. Get the file again.`,
    "warc-damaged",
    { cause: error },
  );
}

function jsonOf({ ignoredExamples, ...imported }: ImportedWarc): object {
  const { records, known, sources, ignored, refused } = imported;
  return {
    records,
    imported: imported.imported,
    known,
    sources,
    ignored,
    ignored_examples: ignoredExamples,
    refused,
  };
}

function textOf(result: ImportedWarc, { width }: Layout): string {
  const line = (label: string, words: string) =>
    wrap(words, Math.min(width, 110), label.padEnd(10), " ".repeat(10));
  const sources = Object.entries(result.sources).map(([id, number]) => `${id} ${count(number)}`);
  return [
    line(
      "Archived",
      `${count(result.imported)} of ${count(result.records)} records; ${count(result.known)} were archived already`,
    ),
    ...(sources.length === 0 ? [] : [line("Sources", sources.join(", "))]),
    ...Object.entries(result.ignored).map(([why, number]) => line("Ignored", `${count(number)}: ${why}`)),
    ...(result.ignoredExamples.length === 0 ? [] : [line("", `such as ${result.ignoredExamples.join(" ")}`)]),
    ...result.refused.map((refused) => line("Refused", refusedWords(refused))),
    ...(result.imported === 0
      ? []
      : [line("Next", "`occupations refresh --offline` publishes what they say")]),
  ].join("\n");
}
