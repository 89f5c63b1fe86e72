import { type DoctorCheck, error, ok, warning } from "../doctor-check.ts";

/** Every time of the program is UTC; whoever schedules it goes by the zone of the machine. */
export const timeZoneCheck: DoctorCheck = {
  area: "configuration",
  name: "time-zone",
  look: ({ env }) => {
    if (process.versions.icu === undefined)
      return [
        error(
          "This Node was built without ICU: numbers and names cannot be compared as they must be.",
          "Install the usual build of Node.",
        ),
      ];
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    if (env.TZ && !isZone(env.TZ))
      return [
        warning(`TZ is "${env.TZ}", which is no time zone; ${zone} is taken.`, "Set TZ to UTC, or unset it."),
      ];
    return [ok(`The time zone is ${zone}; times of the program are UTC.`)];
  },
};

function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name.replace(/^:/, "") });
    return true;
  } catch {
    return false;
  }
}
