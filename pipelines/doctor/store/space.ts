import { tmpdir } from "node:os";
import { freeBytesOf } from "../../../sources/archive/compact.ts";
import { listVersions } from "../../published-version.ts";
import { nearestFolder } from "../../status/store-sizes.ts";
import { sizeWords } from "../../text/figures.ts";
import { type DoctorCheck, error, type Finding, ok, warning } from "../doctor-check.ts";

/** What a version of all sources takes, where none is there to be measured. */
const USUAL_VERSION_BYTES = 1_000_000_000;

/** While it is built, SQLite sorts among the temporary files. */
const TEMPORARY_BYTES = 200_000_000;

/** There is room for the next version, and for some more. */
export const spaceCheck: DoctorCheck = {
  area: "store",
  name: "space",
  look: async ({ store }) => {
    const sizes = (await listVersions(store)).map(({ bytes }) => bytes);
    const needed = sizes.at(-1) ?? USUAL_VERSION_BYTES;
    return [roomFinding(freeBytesOf(nearestFolder(store)), needed), temporaryFinding(freeBytesOf(tmpdir()))];
  },
};

/** `needed`: what a version takes. */
export function roomFinding(free: number, needed: number): Finding {
  const words = `${sizeWords(free)} are free; a version takes about ${sizeWords(needed)}.`;
  const todo =
    "Free some space: `occupations prune --keep 30 --dry-run` tells what old versions would give back.";
  if (free < needed) return error(words, todo);
  return free < 5 * needed ? warning(words, todo) : ok(words);
}

function temporaryFinding(free: number): Finding {
  const words = `${sizeWords(free)} are free for temporary files in ${tmpdir()}.`;
  if (free >= TEMPORARY_BYTES) return ok(words);
  return warning(words, "Free some space there, or name another folder with TMPDIR.");
}
