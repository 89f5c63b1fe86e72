import { resolve } from "node:path";
import { attempts } from "./campaign.ts";
import { campaignTable } from "./campaign-table.ts";
import { TARGETS } from "./catalogue.ts";

/**
 * `npm run vandals -- FOLDER [COUNT [SEED [SOURCE…]]]`: changes saved documents, one change each, reads them as the program
 * would on a first night and on a later one, and tells what would have been published. FOLDER holds documents as for
 * `npm run bench`. Ends with 1 where a wrong value would have been published on a later night.
 */
const [folder, count = "2000", seed = "1", ...named] = process.argv.slice(2);
if (folder === undefined) throw new Error("npm run vandals -- FOLDER [COUNT [SEED [SOURCE…]]]");
const sources = named.length > 0 ? named : ["us-ooh", "uk-ncs"];
for (const sourceId of sources) {
  const target = TARGETS[sourceId];
  if (target === undefined) throw new Error(`“${sourceId}” is none of ${Object.keys(TARGETS).join(", ")}.`);
  const victims = target.victims(resolve(folder));
  const all = [...attempts(victims, target.changes, Number(count), seed)];
  process.stdout.write(`\n${sourceId}: ${victims.length} documents\n${campaignTable(all)}\n`);
  if (all.some(({ laterNight }) => laterNight.kind === "WRONG")) process.exitCode = 1;
}
