import { join } from "node:path";
import { read } from "@e965/xlsx";
import AdmZip from "adm-zip";
import { Parser, parseDocument } from "htmlparser2";
import { openArchive } from "../../sources/archive/archive.ts";
import { printMeasured } from "./measured.ts";

/** The yardstick: the same bodies out of the same archive, each through the bare parser of its format, and nothing else. */
const archive = openArchive(join(process.argv[2] ?? "", "archive.sqlite"), { readonly: true });
await printMeasured(() => {
  for (const { sha256, mediaType } of archive.captures()) parse(archive.body(sha256), mediaType);
});

function parse(body: Buffer, mediaType: string): void {
  if (/spreadsheet|ms-excel/.test(mediaType)) read(body, { type: "buffer", dense: true, cellText: false });
  else if (mediaType === "application/zip") parseMembers(body);
  else if (/xml/.test(mediaType)) parseXml(body);
  else parseDocument(body.toString("utf8"));
}

/** XML as a stream, and the HTML inside its elements as pages are parsed. */
function parseXml(body: Buffer): void {
  const ontext = (text: string) => {
    if (text.includes("</")) parseDocument(text);
  };
  new Parser({ ontext }, { xmlMode: true }).end(body.toString("utf8"));
}

function parseMembers(body: Buffer): void {
  for (const member of new AdmZip(body).getEntries())
    if (/\.xlsx?$/.test(member.entryName))
      read(member.getData(), { type: "buffer", dense: true, cellText: false });
}
