import { fingerprintOf } from "../../build/fingerprint.ts";
import { programFingerprint } from "../../build/program.ts";
import { SOURCES } from "../../registry.ts";
import { type DoctorCheck, error, ok } from "../doctor-check.ts";

/** The program is whole: the code of every source can be read, as the memory of what was parsed asks. */
export const sourcesCheck: DoctorCheck = {
  area: "program",
  name: "sources",
  look: () => {
    const unreadable = SOURCES.flatMap(({ source, code }) => faultOf(() => fingerprintOf(code), source.id));
    if (unreadable.length > 0) return unreadable.map((fault) => error(fault, "Install the program again."));
    return [ok(`${SOURCES.length} sources; the program is ${programFingerprint()}.`)];
  },
};

function faultOf(read: () => unknown, id: string): readonly string[] {
  try {
    read();
    return [];
  } catch (thrown) {
    return [`The code of ${id} cannot be read: ${thrown instanceof Error ? thrown.message : thrown}`];
  }
}
