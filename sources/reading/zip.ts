import { basename } from "node:path/posix";
import AdmZip from "adm-zip";
import { DocumentError } from "./document-error.ts";

/** A file in a zip archive. */
export type ZipMember = {
  /** Name without folders: publishers put members into folders that change. */
  readonly name: string;
  /** The unpacked content. @throws DocumentError where it is longer than the archive says, or its checksum is another. */
  readonly read: () => Buffer;
};

/** A zip archive in memory, its sizes known before anything is unpacked. */
export type ZipArchive = { readonly members: readonly ZipMember[] };

/** The largest archive of the publishers has some dozens of members, 40 MB unpacked. */
const MOST_MEMBERS = 2_000;
const MOST_BYTES = 256 * 2 ** 20;

/** @throws DocumentError where the bytes are no zip archive, or one that would unpack to more than any of the publishers' does. */
export function openZip(body: Uint8Array, url: string, locator = "the whole archive"): ZipArchive {
  const refuse = (at: string, expected: string, found: string): never => {
    throw new DocumentError({ url, locator: at, expected, found });
  };
  const entries = entriesOf(body, (reason) => refuse(locator, "a zip archive", reason));
  const files = entries.filter(({ isDirectory }) => !isDirectory);
  const bytes = files.reduce((sum, { header }) => sum + header.size, 0);
  if (files.length > MOST_MEMBERS) refuse(locator, `${MOST_MEMBERS} members at most`, `${files.length}`);
  if (bytes > MOST_BYTES) refuse(locator, `${MOST_BYTES} bytes unpacked at most`, `${bytes}`);
  return {
    members: files.map((entry) => ({
      name: basename(entry.entryName),
      read: () => contentOf(entry, (reason) => refuse(entry.entryName, "a whole member", reason)),
    })),
  };
}

function entriesOf(body: Uint8Array, refuse: (reason: string) => never): AdmZip.IZipEntry[] {
  try {
    return new AdmZip(Buffer.from(body.buffer, body.byteOffset, body.byteLength)).getEntries();
  } catch (error) {
    return refuse(reasonOf(error));
  }
}

/** What unpacks to more than its directory entry says ends as soon as it does. */
function contentOf(entry: AdmZip.IZipEntry, refuse: (reason: string) => never): Buffer {
  if (entry.header.encrypted) refuse("an encrypted one");
  try {
    const content = entry.getData();
    // Another reader of the same archive would believe the member, and unpack what we have not measured.
    if (entry.header.localHeader.method !== entry.header.method)
      refuse("one that is packed otherwise than the directory says");
    return content.length === entry.header.size
      ? content
      : refuse(`${content.length} bytes instead of ${entry.header.size}`);
  } catch (error) {
    if (error instanceof DocumentError) throw error;
    return refuse(reasonOf(error));
  }
}

function reasonOf(error: unknown): string {
  const words = error instanceof Error ? error.message : String(error);
  return words.replace(/^ADM-ZIP: /, "").replace(/\.$/, "");
}
