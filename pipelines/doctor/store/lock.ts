import { lockHolder } from "../../lock.ts";
import { type DoctorCheck, ok } from "../doctor-check.ts";

/** Who writes to the store now. A lock cannot be left over: the kernel drops it with its process. */
export const lockCheck: DoctorCheck = {
  area: "store",
  name: "lock",
  look: ({ store }) => {
    const holder = lockHolder(store);
    if (holder === undefined) return [ok("Nobody writes to the store now.")];
    if (holder === "unknown") return [ok("A run that has just begun holds the store.")];
    const { command, pid, host, startedAt } = holder;
    return [ok(`\`occupations ${command}\` (process ${pid} on ${host}) holds the store since ${startedAt}.`)];
  },
};
