import { statfsSync } from "node:fs";
import { nearestFolder } from "../../status/store-sizes.ts";
import { type DoctorCheck, error, ok, warning } from "../doctor-check.ts";

/** Kinds of file systems that lie on other machines, by the number that Linux gives them. */
const REMOTE: ReadonlyMap<number, string> = new Map([
  [0x6969, "NFS"],
  [0x517b, "SMB"],
  [0xff534d42, "CIFS"],
  [0xfe534d42, "SMB2"],
  [0x01021997, "9P"],
  [0x00c36400, "Ceph"],
]);

const FUSE = 0x65735546;

/** SQLite's write-ahead log, and with it the lock of the store, work on local disks only. */
export const diskCheck: DoctorCheck = {
  area: "store",
  name: "disk",
  look: ({ store }) => [diskFinding(statfsSync(nearestFolder(store)).type >>> 0)],
};

/** `type`: as `statfs` tells it. */
export function diskFinding(type: number) {
  const remote = REMOTE.get(type);
  if (remote !== undefined)
    return error(
      `The store lies on another machine (${remote}), where SQLite's locks do not hold.`,
      "Move the store to a local disk; publish copies of versions/ to the network.",
    );
  if (type === FUSE)
    return warning(
      "The store lies on a file system in user space (FUSE); not all of them keep SQLite's locks.",
      "Make sure that it is a local disk; move the store where it is not.",
    );
  return ok("The store lies on a local disk.");
}
