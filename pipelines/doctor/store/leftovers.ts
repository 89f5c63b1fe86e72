import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { lockHolder } from "../../lock.ts";
import { TEMPORARY } from "../../publish/durable.ts";
import { isLeftover, versionsFolder } from "../../publish/store-layout.ts";
import { type DoctorCheck, ok, warning } from "../doctor-check.ts";

/** What a run that was cut off has left: versions half built or half removed, files that are not in place yet. */
export const leftoversCheck: DoctorCheck = {
  area: "store",
  name: "leftovers",
  look: ({ store }) => {
    if (lockHolder(store) !== undefined) return [ok("A run is at work; what it builds is no leftover.")];
    const left = [
      ...namesIn(versionsFolder(store)).filter(isLeftover),
      ...[store, join(store, "runs")].flatMap(namesIn).filter((name) => name.startsWith(TEMPORARY)),
    ];
    if (left.length === 0) return [ok("No run has left anything half done.")];
    return [
      warning(
        `A run that was cut off has left ${left.join(", ")}.`,
        "Nothing: the next `occupations refresh` clears it away. Nobody reads it.",
      ),
    ];
  },
};

function namesIn(folder: string): readonly string[] {
  return existsSync(folder) ? readdirSync(folder) : [];
}
