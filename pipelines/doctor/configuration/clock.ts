import { lastRun } from "../../last-run.ts";
import { type DoctorCheck, error, ok, warning } from "../doctor-check.ts";

/** The clock runs, and has not gone back since the last run: ids of versions and ages go by it. */
export const clockCheck: DoctorCheck = {
  area: "configuration",
  name: "clock",
  look: async ({ store, now, env }) => {
    const time = now().toISOString();
    const standing = env.OCCUPATIONS_NOW
      ? [
          warning(
            `OCCUPATIONS_NOW is set: the clock stands still at ${time}.`,
            "Unset it; it is there for tests.",
          ),
        ]
      : [];
    const before = (await lastRun(store))?.started_at;
    if (before !== undefined && before > time)
      return [
        ...standing,
        error(
          `It is ${time}, and the last run began later, at ${before}: one of the two clocks was wrong.`,
          "Set the clock of this machine (timedatectl), and see that it is kept (chrony, systemd-timesyncd).",
        ),
      ];
    return standing.length > 0 ? standing : [ok(`It is ${time}.`)];
  },
};
