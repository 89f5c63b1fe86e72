import { join } from "node:path";
import { parseDocument } from "htmlparser2";
import { openArchive } from "../../sources/archive/archive.ts";
import { printMeasured } from "./measured.ts";

/** The yardstick: the same bodies out of the same archive, parsed to a tree, and nothing else. */
const archive = openArchive(join(process.argv[2] ?? "", "archive.sqlite"), { readonly: true });
await printMeasured(() => {
  for (const capture of archive.captures()) parseDocument(archive.body(capture.sha256).toString("utf8"));
});
